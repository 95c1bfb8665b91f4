package org.weighbridge.prune;

/** Statistics of weight magnitudes in linear time. NaN counts as larger than everything. */
final class Magnitudes {
  private static final int ABSOLUTE = 0x7fffffff;

  private Magnitudes() {}

  /**
   * The magnitude of the {@code count}-th largest value; NaN, which no value reaches, when {@code
   * count} is 0. Selects by two histograms over the bits, because the bits of non-negative floats
   * order like the floats.
   */
  static float largest(float[] values, long count) {
    if (count <= 0) {
      return Float.NaN;
    }
    if (count >= values.length) {
      return 0;
    }
    var high = new int[1 << 16];
    for (float value : values) {
      high[(Float.floatToRawIntBits(value) & ABSOLUTE) >>> 16]++;
    }
    long left = count;
    int upper = high.length - 1;
    while (left > high[upper]) {
      left -= high[upper--];
    }
    var low = new int[1 << 16];
    for (float value : values) {
      int bits = Float.floatToRawIntBits(value) & ABSOLUTE;
      if (bits >>> 16 == upper) {
        low[bits & 0xffff]++;
      }
    }
    int lower = low.length - 1;
    while (left > low[lower]) {
      left -= low[lower--];
    }
    return Float.intBitsToFloat(upper << 16 | lower);
  }

  /** The standard deviation of the finite values, 0 when there are none. */
  static double standardDeviation(float[] values) {
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
