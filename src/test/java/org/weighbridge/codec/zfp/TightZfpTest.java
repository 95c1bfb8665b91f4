package org.weighbridge.codec.zfp;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class TightZfpTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return ZfpCodec.zfp().with("tight");
  }
}
