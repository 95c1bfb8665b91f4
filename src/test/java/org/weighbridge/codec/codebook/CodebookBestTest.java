package org.weighbridge.codec.codebook;

import org.junit.jupiter.api.Tag;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;

@Tag("slow")
class CodebookBestTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return Codecs.byId("codebook+best+density");
  }
}
