package org.weighbridge.codec.linear;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class ChannelCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return LinearCodec.linear().with("channel").with("affine");
  }
}
