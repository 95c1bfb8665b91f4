package org.weighbridge.inference;

/**
 * A network measured on a data set.
 *
 * @param accuracy how often it is right
 * @param flips against the baseline, on the same samples
 * @param loss of accuracy against the baseline: counted, or expected of samples nobody has seen
 *     where the measured ones were learnt
 * @param answers what it says of every sample
 * @param nanos how long the measurement took
 */
public record Evaluation(Accuracy accuracy, Flips flips, Loss loss, Answers answers, long nanos) {
  /** With the loss as counted. */
  public Evaluation(Accuracy accuracy, Flips flips, Answers answers, long nanos) {
    this(accuracy, flips, Loss.counted(flips, accuracy.samples()), answers, nanos);
  }

  /** The predicted class of every sample; -1 where a score is NaN. */
  public int[] predictions() {
    return answers.predicted();
  }

  /** The fraction of samples whose right class is among the five with the highest scores. */
  public double topFive() {
    return answers.topFive();
  }

  /** Mean cross-entropy in nats; infinite where a score is NaN. */
  public double meanLoss() {
    return answers.meanLoss();
  }

  Evaluation withLoss(Loss other) {
    return new Evaluation(accuracy, flips, other, answers, nanos);
  }
}
