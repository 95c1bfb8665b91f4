package org.weighbridge.training.gradient;

/**
 * What a network makes of some samples.
 *
 * @param samples how many there are
 * @param loss the sum of their cross-entropies in nats
 * @param correct how many have the largest score at their label
 */
public record BatchLoss(int samples, double loss, int correct) {
  /** None of no samples. */
  public static final BatchLoss NONE = new BatchLoss(0, 0, 0);

  public BatchLoss plus(BatchLoss other) {
    return new BatchLoss(samples + other.samples, loss + other.loss, correct + other.correct);
  }

  /**
   * Whether more is right than in the other one, of as many samples; or as much at a smaller loss.
   */
  public boolean betterThan(BatchLoss other) {
    return correct > other.correct || (correct == other.correct && loss < other.loss);
  }

  /** The mean cross-entropy in nats. */
  public double mean() {
    return loss / samples;
  }

  /** The fraction that is right, 0 to 1. */
  public double accuracy() {
    return (double) correct / samples;
  }
}
