package org.weighbridge.codec.csr;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class RelativeCsrTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return new RelativeCsr();
  }
}
