package org.weighbridge.codec.zfp;

import org.junit.jupiter.api.Tag;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

@Tag("slow")
class ZfpMatrixTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return ZfpCodec.zfp().with("2d");
  }
}
