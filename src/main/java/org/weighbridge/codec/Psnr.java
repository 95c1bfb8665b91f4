package org.weighbridge.codec;

/**
 * Peak signal-to-noise ratio as SZ and Z-checker define it: 20 log10(range) - 10 log10(mean squared
 * error) decibels, over the finite originals. The exact zeros of a pruned layer count as values
 * without an error, so that the same bound gives a sparse layer more decibels.
 */
public final class Psnr {
  private Psnr() {}

  /**
   * Measures decoded values.
   *
   * @return decibels; positive infinity when there is no error, negative infinity when there is one
   *     although all originals are equal
   */
  public static double of(float[] original, float[] decoded) {
    return of(Spread.of(original), squaredError(original, decoded));
  }

  /** The same of values of which spread and {@link #squaredError} are known. */
  public static double of(Spread original, double squaredError) {
    return squaredError == 0
        ? Double.POSITIVE_INFINITY
        : 20 * Math.log10(original.range()) - 10 * Math.log10(squaredError / original.finite());
  }

  /** The sum of squares of the errors of finite values; of parts of a tensor it adds up. */
  public static double squaredError(float[] original, float[] decoded) {
    double sum = 0;
    for (int i = 0; i < original.length; i++) {
      if (Float.isFinite(original[i])) {
        double error = (double) original[i] - decoded[i];
        sum += error * error;
      }
    }
    return sum;
  }

  /**
   * The bound from which linear quantization is expected to reach a ratio: errors spread evenly
   * within the bound have a mean square of a third of its square, and zeros have none.
   *
   * @return the bound; 0 where nothing but an exact copy reaches the ratio
   */
  static double expectedBound(Spread values, double decibels) {
    return values.nonZero() == 0
        ? 0
        : values.range()
            * Math.sqrt(3.0 * values.finite() / values.nonZero())
            * Math.pow(10, -decibels / 20);
  }
}
