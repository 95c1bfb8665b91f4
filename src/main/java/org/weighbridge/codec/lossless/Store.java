package org.weighbridge.codec.lossless;

import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/** No compression: the best there is for coded or tiny data. */
record Store() implements Lossless {
  @Override
  public String name() {
    return "store";
  }

  @Override
  public byte[] compress(byte[] raw, Effort effort, Progress progress) {
    return raw;
  }

  @Override
  public byte[] decompress(byte[] packed, int rawSize) {
    if (packed.length != rawSize) {
      throw new MalformedStreamException(0, packed.length + " bytes stored, not " + rawSize);
    }
    return packed;
  }
}
