package org.weighbridge.training.gradient;

/**
 * How a network is differentiated.
 *
 * @param shard samples that go through the graph together on one thread, at least 1; a graph that
 *     insists on a batch of its own has its way. The results depend on it in their last bits, those
 *     of trained normalizations altogether; on the number of threads nothing depends
 */
public record GradientOptions(Normalization normalization, int shard) {
  /** A quarter of the usual batch of 100: four cores share it evenly. */
  public static final int USUAL_SHARD = 25;

  public GradientOptions {
    if (shard < 1) {
      throw new IllegalArgumentException("a shard of " + shard);
    }
  }

  /** With shards of {@value #USUAL_SHARD} samples. */
  public static GradientOptions of(Normalization normalization) {
    return new GradientOptions(normalization, USUAL_SHARD);
  }
}
