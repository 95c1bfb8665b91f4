package org.weighbridge.training;

/**
 * How long a stage lasts and how fast it learns.
 *
 * @param epochs passes over the training samples, at least 0
 * @param rate the learning rate, whose clock starts with the stage
 */
public record StagePlan(int epochs, LearningRate rate) {
  public StagePlan {
    if (epochs < 0) {
      throw new IllegalArgumentException(epochs + " epochs");
    }
  }

  public StagePlan withEpochs(int other) {
    return new StagePlan(other, rate);
  }

  public StagePlan withRate(LearningRate other) {
    return new StagePlan(epochs, other);
  }
}
