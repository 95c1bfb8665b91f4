package org.weighbridge.inference;

import java.util.Arrays;
import org.weighbridge.inference.SequentialTest.Verdict;

/**
 * A sequential test under way: fed with what became of one sample after the other, drawn in random
 * order from all of them.
 *
 * <p>Testing by betting. Each sample is +1 where it broke, -1 where it was mended, 0 otherwise. If
 * all n samples lost T in all, the next one would be expected to be m = (T - lost so far) / (n -
 * seen so far), so that a bettor's capital, multiplied by 1 + b (x - m) at each sample x, is a
 * martingale for every stake b fixed beforehand; so is the mean over several stakes. By Ville's
 * inequality it ever exceeds 1/error with probability error at most, however often one looks. One
 * bettor stakes on more than the threshold (refuting any loss of at most T), one on less (refuting
 * any loss of at least T + 1); only one of the two hypotheses is true, so that the error is not
 * split.
 *
 * <p>Waudby-Smith and Ramdas, Estimating means of bounded random variables by betting, J. R. Stat.
 * Soc. B 86 (2024), section 5 on sampling without replacement; Ville, Étude critique de la notion
 * de collectif (1939).
 */
public final class SequentialDecision {
  /** Few flips are expected: large stakes win soon where nothing flips, small ones are robust. */
  private static final int STAKES = 12;

  private static final double LARGEST_STAKE = 0.9;
  private static final double STEP = 0.7;

  private final int samples;
  private final int threshold; // the largest whole loss that is within
  private final double enough;
  private final double[] onMore = new double[STAKES];
  private final double[] onLess = new double[STAKES];
  private int seen;
  private int lost;
  private Verdict verdict = Verdict.OPEN;

  SequentialDecision(SequentialTest test, int samples) {
    this.samples = samples;
    // A hair more, as 0.3 points of 10,000 are 30 samples whatever a product in binary says.
    double most = Math.floor(test.lossPoints() / 100 * samples + 1e-6);
    this.threshold = (int) Math.clamp(most, -samples - 1.0, samples);
    this.enough = 1 / test.errorProbability();
    Arrays.fill(onMore, 1.0 / STAKES);
    Arrays.fill(onLess, 1.0 / STAKES);
    conclude();
  }

  /** What is sure; stays as it is once it is not open. */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Observes the next sample.
   *
   * @param rightBefore whether the baseline classifies it correctly
   * @param right whether the candidate does
   */
  public void observe(boolean rightBefore, boolean right) {
    if (verdict != Verdict.OPEN) {
      return;
    }
    int change = (rightBefore ? 1 : 0) - (right ? 1 : 0);
    int left = samples - seen;
    double ifWithin = (double) (threshold - lost) / left;
    double ifBeyond = (threshold + 1.0 - lost) / left;
    for (int i = 0; i < STAKES; i++) {
      double stake = LARGEST_STAKE * Math.pow(STEP, i);
      onMore[i] *= 1 + bounded(stake, ifWithin) * (change - ifWithin);
      onLess[i] *= 1 - bounded(stake, ifBeyond) * (change - ifBeyond);
    }
    seen++;
    lost += change;
    conclude();
  }

  /** Nobody can lose more than all: the factor stays positive for any change from -1 to 1. */
  private static double bounded(double stake, double mean) {
    return Math.min(stake, LARGEST_STAKE / (1 + Math.abs(mean)));
  }

  private void conclude() {
    int left = samples - seen;
    if (lost - left > threshold || Arrays.stream(onMore).sum() >= enough) {
      verdict = Verdict.BEYOND;
    } else if (lost + left <= threshold || Arrays.stream(onLess).sum() >= enough) {
      verdict = Verdict.WITHIN;
    }
  }
}
