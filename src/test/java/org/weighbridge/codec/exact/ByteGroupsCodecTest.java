package org.weighbridge.codec.exact;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class ByteGroupsCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return ExactCodec.byteGroups();
  }
}
