package org.weighbridge.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The largest allowed error of a weight, as the user states it.
 *
 * <p>As text it is a number (absolute), {@code rel:} and a fraction of the value range, or {@code
 * psnr:} and decibels.
 *
 * @param mode what {@code value} means
 * @param value positive and finite
 */
public record ErrorBound(Mode mode, double value) implements Setting {
  /** What a bound is stated as. */
  public enum Mode {
    /** Largest |decoded - original|. */
    ABSOLUTE,
    /** Fraction of the range (maximum - minimum) of the layer's finite values. */
    RELATIVE,
    /** Least peak signal-to-noise ratio of the decoded layer, in decibels: see {@link Psnr}. */
    PSNR
  }

  private static final String RELATIVE_PREFIX = "rel:";
  private static final String PSNR_PREFIX = "psnr:";

  public ErrorBound {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("error bound " + value + " is not positive and finite");
    }
  }

  public static ErrorBound absolute(double value) {
    return new ErrorBound(Mode.ABSOLUTE, value);
  }

  /**
   * Reads a bound.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static ErrorBound parse(String text) {
    if (text.startsWith(RELATIVE_PREFIX)) {
      return new ErrorBound(Mode.RELATIVE, number(text.substring(RELATIVE_PREFIX.length())));
    }
    return text.startsWith(PSNR_PREFIX)
        ? new ErrorBound(Mode.PSNR, number(text.substring(PSNR_PREFIX.length())))
        : absolute(number(text));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return switch (mode) {
      case ABSOLUTE -> Double.toString(value);
      case RELATIVE -> RELATIVE_PREFIX + value;
      case PSNR -> PSNR_PREFIX + value;
    };
  }

  /**
   * The absolute bound that this means for some values. Always positive: where the range is zero
   * the smallest double, which makes codecs store the values exactly. What is derived from the
   * values is rounded down to four digits, which files need fewer bytes for. For a signal-to-noise
   * ratio it is where {@link CheckedLayer} starts from.
   */
  public double absoluteFor(float[] values) {
    return absoluteFor(mode == Mode.ABSOLUTE ? Spread.NONE : Spread.of(values));
  }

  /** The same for values of which no more than this is known. */
  public double absoluteFor(Spread values) {
    double absolute =
        switch (mode) {
          case ABSOLUTE -> value;
          case RELATIVE -> roundedDown(value * values.range());
          case PSNR -> roundedDown(Psnr.expectedBound(values, value));
        };
    return Math.clamp(absolute, Double.MIN_VALUE, Double.MAX_VALUE);
  }

  /** At most as large, with four significant digits. */
  static double roundedDown(double bound) {
    return Double.isInfinite(bound)
        ? bound
        : new BigDecimal(bound).round(new MathContext(4, RoundingMode.FLOOR)).doubleValue();
  }
}
