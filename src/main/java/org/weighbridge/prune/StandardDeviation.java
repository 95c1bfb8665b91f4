package org.weighbridge.prune;

/** The standard deviation of weights. */
final class StandardDeviation {
  private StandardDeviation() {}

  /** That of the finite values, 0 when there are none. */
  static double of(float[] values) {
    double sum = 0;
    long count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        sum += value;
        count++;
      }
    }
    if (count == 0) {
      return 0;
    }
    double mean = sum / count;
    double squares = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        squares += (value - mean) * (value - mean);
      }
    }
    return Math.sqrt(squares / count);
  }
}
