package org.weighbridge.training;

import java.util.List;

/**
 * How to train and prune: stochastic gradient descent with momentum; first dense, then while the
 * weights are pruned little by little, then with the mask fixed.
 *
 * @param seed of the first weights and of the order of the samples
 * @param denseEpochs passes over the data before pruning; the learning rate falls to 0 by a cosine
 * @param pruningEpochs passes while the density falls
 * @param retrainingEpochs passes with the mask fixed; the learning rate falls to 0 by a cosine
 * @param batch samples per step
 * @param learningRate of the first step
 * @param pruningLearningRate while pruning, and of the first step of retraining
 * @param momentum 0 to 1
 * @param weightDecay factor of the L2 term's gradient
 * @param densities the fraction of weights to keep, per layer, 0 to 1
 */
public record LeNetPlan(
    long seed,
    int denseEpochs,
    int pruningEpochs,
    int retrainingEpochs,
    int batch,
    double learningRate,
    double pruningLearningRate,
    double momentum,
    double weightDecay,
    List<Double> densities) {
  public LeNetPlan {
    densities = List.copyOf(densities);
    if (densities.size() != 3 || !densities.stream().allMatch(d -> d >= 0 && d <= 1)) {
      throw new IllegalArgumentException("three densities from 0 to 1, not " + densities);
    }
    if (Math.min(denseEpochs, Math.min(pruningEpochs, retrainingEpochs)) < 0 || batch < 1) {
      throw new IllegalArgumentException("negative epochs or empty batches");
    }
  }

  /** What the sample model is trained with. */
  public static LeNetPlan usual(long seed) {
    return new LeNetPlan(seed, 12, 10, 14, 100, 0.1, 0.05, 0.9, 3e-4, List.of(0.06, 0.09, 0.26));
  }

  public LeNetPlan withEpochs(int dense, int pruning, int retraining) {
    return new LeNetPlan(
        seed,
        dense,
        pruning,
        retraining,
        batch,
        learningRate,
        pruningLearningRate,
        momentum,
        weightDecay,
        densities);
  }

  public LeNetPlan withDensities(List<Double> others) {
    return new LeNetPlan(
        seed,
        denseEpochs,
        pruningEpochs,
        retrainingEpochs,
        batch,
        learningRate,
        pruningLearningRate,
        momentum,
        weightDecay,
        others);
  }

  int epochs() {
    return denseEpochs + pruningEpochs + retrainingEpochs;
  }
}
