package org.weighbridge.codec.linear;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class PackedCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return LinearCodec.linear().with("packed");
  }
}
