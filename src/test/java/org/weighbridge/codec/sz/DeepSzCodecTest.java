package org.weighbridge.codec.sz;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class DeepSzCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return SzCodecs.deepSz();
  }
}
