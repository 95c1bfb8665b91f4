package org.weighbridge.inference;

/**
 * A network measured on a data set.
 *
 * @param accuracy how often it is right
 * @param flips against the baseline, on the same samples
 * @param answers what it says of every sample
 * @param nanos how long the measurement took
 */
public record Evaluation(Accuracy accuracy, Flips flips, Answers answers, long nanos) {
  /** The predicted class of every sample; -1 where a score is NaN. */
  public int[] predictions() {
    return answers.predicted();
  }
}
