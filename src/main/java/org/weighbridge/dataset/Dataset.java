package org.weighbridge.dataset;

import java.util.Optional;
import org.weighbridge.tensor.Shape;

/**
 * Samples of one split and their labels. Immutable; reading is thread-safe.
 *
 * <p>Samples are channels × height × width (or whatever the file says, without the batch), as the
 * file stores them: pixels 0 to 255 before {@link Preprocessing}.
 */
public interface Dataset {
  /** For people, such as {@code mnist, test}. */
  String name();

  Split split();

  /** The number of samples. */
  int size();

  /** The shape of one sample. */
  Shape sampleShape();

  /** Copies the raw values of a sample into {@code target} from {@code offset} on. */
  void read(int sample, float[] target, int offset);

  /** One class index per sample, or empty for unlabelled data. Not to be written to. */
  Optional<int[]> labels();

  /** SHA-256 of samples and labels, hexadecimal. */
  String hash();

  /** The first {@code limit} samples. */
  Dataset limit(int limit);
}
