package org.weighbridge.codec.bloomier;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

/** The contract, with other options. */
class BloomierOptionsTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return new BloomierCodec(2, true);
  }
}
