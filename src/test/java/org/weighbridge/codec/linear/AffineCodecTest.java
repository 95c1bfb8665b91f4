package org.weighbridge.codec.linear;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class AffineCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return LinearCodec.linear().with("affine");
  }
}
