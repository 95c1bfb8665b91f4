package org.weighbridge.codec.mixing;

/**
 * A forecast: a number is logistically distributed around a mean. Says what that means for a bit
 * that tells in which part of an interval the number is.
 */
public final class LogisticDistribution {
  /** Of a probability that is certain. */
  public static final int CERTAIN = 1 << 16;

  /** Less probability than this says nothing about its parts. */
  private static final int LEAST = 16;

  private double mean;
  private double unitsPerScale;

  public void set(double mean, double scale) {
    this.mean = mean;
    unitsPerScale = 256 / scale;
  }

  /** The probability of a number below {@code x}, in units of 1 / 2^16. */
  public int below(double x) {
    return Logistic.squash((int) Math.floor((x - mean) * unitsPerScale));
  }

  /** The logit of part / whole, both probabilities; 0 when there is nearly nothing to divide. */
  public static int logit(int part, int whole) {
    if (whole < LEAST) {
      return 0;
    }
    return Logistic.stretch(Math.clamp(((long) part << 16) / whole, 0, CERTAIN - 1));
  }
}
