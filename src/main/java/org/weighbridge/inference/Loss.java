package org.weighbridge.inference;

/**
 * Accuracy lost against the baseline, and how far chance may have moved it: samples are drawn.
 *
 * @param points percentage points, negative when accuracy was won
 * @param standardError of {@code points}, of the paired difference on the same samples
 */
public record Loss(double points, double standardError) {
  /** 95 % of a normal distribution lie below this many standard errors. */
  private static final double ONE_SIDED_95 = 1.6448536269514722;

  /** 95 % lie within this many, to both sides. */
  private static final double TWO_SIDED_95 = 1.959963984540054;

  /**
   * By counting flips.
   *
   * @param samples how many there are, flipped or not
   */
  public static Loss counted(Flips flips, int samples) {
    return new Loss(
        100.0 * (flips.broken() - flips.mended()) / samples,
        100 * Math.sqrt(flips.broken() + flips.mended()) / samples);
  }

  /** Half the width of the 95 % interval of {@link #points}. */
  public double margin() {
    return TWO_SIDED_95 * standardError;
  }

  /** Not exceeded on other samples of the same kind with 95 % confidence. */
  public double atMost() {
    return points + ONE_SIDED_95 * standardError;
  }
}
