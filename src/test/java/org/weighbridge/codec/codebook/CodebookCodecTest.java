package org.weighbridge.codec.codebook;

import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

class CodebookCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return CodebookCodec.original();
  }
}
