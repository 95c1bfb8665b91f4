package org.weighbridge.codec;

/**
 * The largest allowed error of a weight.
 *
 * @param mode what {@code value} is relative to
 * @param value positive and finite
 */
public record ErrorBound(Mode mode, double value) {
  /** What a bound is relative to. */
  public enum Mode {
    /** Largest |decoded - original|. */
    ABSOLUTE,
    /** Fraction of the range (maximum - minimum) of the layer's finite values. */
    RELATIVE
  }

  public ErrorBound {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("error bound " + value + " is not positive and finite");
    }
  }

  public static ErrorBound absolute(double value) {
    return new ErrorBound(Mode.ABSOLUTE, value);
  }

  /**
   * The absolute bound that this means for some values. Always positive: where the range is zero
   * the smallest double, which makes codecs store the values exactly.
   */
  public double absoluteFor(float[] values) {
    if (mode == Mode.ABSOLUTE) {
      return value;
    }
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float v : values) {
      if (Float.isFinite(v)) {
        min = Math.min(min, v);
        max = Math.max(max, v);
      }
    }
    double range = Math.max(0, (double) max - min);
    return Math.clamp(value * range, Double.MIN_VALUE, Double.MAX_VALUE);
  }
}
