package org.weighbridge.codec;

/** The width of what finite values reach. */
final class ValueRange {
  private ValueRange() {}

  /** Maximum - minimum of the finite values, 0 when there are none. */
  static double of(float[] values) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return Math.max(0, (double) max - min);
  }
}
