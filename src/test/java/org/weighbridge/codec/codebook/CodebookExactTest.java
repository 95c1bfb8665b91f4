package org.weighbridge.codec.codebook;

import org.junit.jupiter.api.Tag;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

@Tag("slow")
class CodebookExactTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return Codecs.byId("codebook+index4+exact");
  }
}
