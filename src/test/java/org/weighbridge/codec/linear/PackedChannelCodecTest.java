package org.weighbridge.codec.linear;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class PackedChannelCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return new LinearCodec(true, true, true);
  }
}
