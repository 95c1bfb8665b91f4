package org.weighbridge.dataset;

import java.security.MessageDigest;
import org.weighbridge.tensor.Shape;

/** Where the values of a {@link SampleSet} are: in memory as the file had them, or generated. */
interface Samples {
  int count();

  /** The shape of one sample. */
  Shape shape();

  /** Copies the values of a sample into {@code target} from {@code offset} on. */
  void read(int sample, float[] target, int offset);

  /** Adds the values of some samples to a digest: bytes as bytes, floats as 4 bytes big-endian. */
  void digest(MessageDigest digest, int from, int count);
}
