package org.weighbridge.training.codebook;

/**
 * How centroids are tuned.
 *
 * @param seed of the order of the samples
 * @param epochs passes over the training samples, at least 0
 * @param batch samples per step
 * @param learningRate about how far a centroid moves in the first steps, in units of weights; falls
 *     to 0 by a cosine
 */
public record CentroidPlan(long seed, int epochs, int batch, double learningRate) {
  public CentroidPlan {
    if (epochs < 0 || batch < 1 || !(learningRate > 0)) {
      throw new IllegalArgumentException(
          "%d epochs, batches of %d, learning rate %s".formatted(epochs, batch, learningRate));
    }
  }

  /** What suits weights of usual size. */
  public static CentroidPlan usual(long seed) {
    return new CentroidPlan(seed, 3, 100, 1e-3);
  }

  public CentroidPlan withEpochs(int other) {
    return new CentroidPlan(seed, other, batch, learningRate);
  }

  public CentroidPlan withLearningRate(double other) {
    return new CentroidPlan(seed, epochs, batch, other);
  }
}
