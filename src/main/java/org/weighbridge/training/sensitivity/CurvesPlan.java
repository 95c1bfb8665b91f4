package org.weighbridge.training.sensitivity;

import java.util.Comparator;
import java.util.List;

/**
 * What the five curves are measured with.
 *
 * @param seed of the first weights and the order of the samples
 * @param denseEpochs of training before pruning
 * @param retrainingEpochs after every pruning
 * @param l1 strength of the L1 regularization
 * @param l2 strength of the L2 regularization
 * @param densities the fractions of weights to keep, the largest first
 */
public record CurvesPlan(
    long seed,
    int denseEpochs,
    int retrainingEpochs,
    double l1,
    double l2,
    List<Double> densities) {
  public CurvesPlan {
    densities = densities.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** For LeNet-300-100: a few minutes. */
  public static CurvesPlan usual(long seed) {
    return new CurvesPlan(
        seed, 10, 3, 5e-4, 5e-4, List.of(0.5, 0.3, 0.2, 0.12, 0.08, 0.05, 0.03, 0.02));
  }

  public CurvesPlan withEpochs(int dense, int retraining) {
    return new CurvesPlan(seed, dense, retraining, l1, l2, densities);
  }

  /** How many passes over the training samples there are. */
  int epochs() {
    return 2 * denseEpochs + 3 * densities.size() * retrainingEpochs;
  }
}
