package org.weighbridge.codec.half;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class Bf16CodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return HalfCodec.bf16();
  }
}
