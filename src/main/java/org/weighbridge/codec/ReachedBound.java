package org.weighbridge.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The bound that a codec reached without having been asked for one. */
public final class ReachedBound {
  /** The bound of what is stored exactly: no two floats are nearer to each other. */
  public static final double EXACT = Double.MIN_VALUE;

  private ReachedBound() {}

  /**
   * The least bound of four digits that all finite weights keep; {@link #EXACT} when none has an
   * error.
   *
   * @param decoded with the decoder's own arithmetic
   */
  public static double of(float[] original, float[] decoded) {
    double largest = 0;
    for (int i = 0; i < original.length; i++) {
      if (Float.isFinite(original[i])) {
        largest = Math.max(largest, Math.abs((double) original[i] - decoded[i]));
      }
    }
    return ofLargest(largest);
  }

  /**
   * The same for codecs that have seen the largest error of a finite weight already.
   *
   * @param largest |original - decoded|, computed in double
   */
  public static double ofLargest(double largest) {
    // the difference of two floats may have been rounded down to a double
    return largest == 0 ? EXACT : roundedUp(Math.nextUp(largest));
  }

  private static double roundedUp(double bound) {
    double rounded =
        new BigDecimal(bound).round(new MathContext(4, RoundingMode.CEILING)).doubleValue();
    return Math.max(rounded, bound);
  }
}
