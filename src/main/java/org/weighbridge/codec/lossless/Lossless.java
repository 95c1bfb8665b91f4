package org.weighbridge.codec.lossless;

import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/** A general-purpose compressor of bytes: SZ's last stage. Stateless and thread-safe. */
public interface Lossless {
  String name();

  /** Whether it takes part in a race: false when it would take too long. */
  default boolean races(int rawSize, Effort effort) {
    return true;
  }

  byte[] compress(byte[] raw, Effort effort, Progress progress);

  /**
   * The inverse.
   *
   * @param rawSize the exact size of the result, already checked by the caller
   * @throws MalformedStreamException when the packed bytes do not make that size, as far as they
   *     tell
   */
  byte[] decompress(byte[] packed, int rawSize) throws MalformedStreamException;
}
