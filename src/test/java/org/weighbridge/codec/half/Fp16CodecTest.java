package org.weighbridge.codec.half;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class Fp16CodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return HalfCodec.fp16();
  }
}
