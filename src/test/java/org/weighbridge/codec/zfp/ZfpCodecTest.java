package org.weighbridge.codec.zfp;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class ZfpCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return ZfpCodec.zfp();
  }
}
