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
   * By counting flips. The standard error is that of Bonett and Price (Adjusted Wald confidence
   * interval for a difference of binomial proportions based on paired data, Journal of Educational
   * and Behavioral Statistics 37, 2012), which counts one more flip each way: samples none of which
   * flipped do not prove that none ever will.
   *
   * @param samples how many there are, flipped or not
   */
  public static Loss counted(Flips flips, int samples) {
    int difference = flips.broken() - flips.mended();
    double size = samples + 2.0;
    double share = difference / size;
    double spread = (flips.broken() + flips.mended() + 2) / size - share * share;
    return new Loss(100.0 * difference / samples, 100 * Math.sqrt(spread / size));
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
