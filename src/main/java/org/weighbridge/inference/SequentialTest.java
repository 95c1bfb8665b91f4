package org.weighbridge.inference;

/**
 * When a measurement may stop before all samples are asked: as soon as it is sure, but for a chosen
 * probability of error, whether all of them together lose more than a threshold or not.
 *
 * <p>It may be looked at after every sample without the error growing, see {@link
 * SequentialDecision} for the method. Its probability is that of the random order in which samples
 * are asked, for one candidate chosen without regard to that order.
 *
 * @param lossPoints the threshold: accuracy lost against the baseline on the same samples, in
 *     percentage points; a loss of just as much is within it
 * @param errorProbability how often an answer may be wrong at most, above 0 and below 1/2
 */
public record SequentialTest(double lossPoints, double errorProbability) {
  public SequentialTest {
    if (!Double.isFinite(lossPoints)) {
      throw new IllegalArgumentException("a threshold of " + lossPoints + " points");
    }
    if (!(errorProbability > 0 && errorProbability < 0.5)) {
      throw new IllegalArgumentException("an error probability of " + errorProbability);
    }
  }

  /** What is sure so far. */
  public enum Verdict {
    /** Neither is sure. */
    OPEN,
    /** All samples together lose at most the threshold. */
    WITHIN,
    /** All samples together lose more than the threshold. */
    BEYOND
  }

  /**
   * Begins to observe.
   *
   * @param samples how many there are in all, at least 1
   */
  public SequentialDecision begin(int samples) {
    return new SequentialDecision(this, samples);
  }
}
