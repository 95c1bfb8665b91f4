package org.weighbridge.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * All codecs on the same weights.
 *
 * @param weights how many there are
 * @param kept how many of them are not zero
 */
public record Measured(
    long weights, long kept, EntropyLimits limits, Yardstick yardstick, List<CodecResult> codecs) {
  public Measured {
    codecs = List.copyOf(codecs);
  }

  /** Both together, such as the layers of a network; of the same benchmark. */
  public Measured plus(Measured other) {
    var sums = new ArrayList<CodecResult>();
    for (int i = 0; i < codecs.size(); i++) {
      sums.add(codecs.get(i).plus(other.codecs.get(i)));
    }
    return new Measured(
        weights + other.weights,
        kept + other.kept,
        limits.plus(other.limits),
        yardstick.plus(other.yardstick),
        sums);
  }

  /** Bytes of dense float32. */
  public long denseBytes() {
    return Float.BYTES * weights;
  }
}
