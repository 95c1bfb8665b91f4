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
    double sum = 0;
    long count = 0;
    for (int i = 0; i < original.length; i++) {
      if (Float.isFinite(original[i])) {
        double error = (double) original[i] - decoded[i];
        sum += error * error;
        count++;
      }
    }
    return sum == 0
        ? Double.POSITIVE_INFINITY
        : 20 * Math.log10(ValueRange.of(original)) - 10 * Math.log10(sum / count);
  }

  /**
   * The bound from which linear quantization is expected to reach a ratio: errors spread evenly
   * within the bound have a mean square of a third of its square, and zeros have none.
   *
   * @return the bound; 0 where nothing but an exact copy reaches the ratio
   */
  static double expectedBound(float[] values, double decibels) {
    long finite = 0;
    long nonZero = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite++;
        nonZero += value == 0 ? 0 : 1;
      }
    }
    return nonZero == 0
        ? 0
        : ValueRange.of(values) * Math.sqrt(3.0 * finite / nonZero) * Math.pow(10, -decibels / 20);
  }
}
