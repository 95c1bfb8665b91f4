package org.weighbridge.prune;

import org.weighbridge.tensor.Tensor;

/**
 * Decides how many units of a layer are kept, the largest ones. The size of a unit is the magnitude
 * of its one weight, or what a {@link Norm} makes of several.
 */
public sealed interface PruningRule {
  /**
   * The number of units to keep in the end, zeros among them if there are not enough others.
   *
   * @param sizes of the units; NaN is larger than everything
   * @param weights of the layer
   */
  long keep(float[] sizes, Tensor weights);

  /**
   * Keeps a fraction of all units of the layer.
   *
   * @param keep 0 to 1; exactly the nearest number of units stays, of equally large ones the first,
   *     unless so many are zero already
   */
  record Density(double keep) implements PruningRule {
    public Density {
      checkFraction(keep);
    }

    @Override
    public long keep(float[] sizes, Tensor weights) {
      return Math.round(keep * sizes.length);
    }
  }

  /** Keeps the units of at least this size. */
  record Threshold(double value) implements PruningRule {
    public Threshold {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("threshold " + value + " is negative");
      }
    }

    @Override
    public long keep(float[] sizes, Tensor weights) {
      return atLeast((float) value, sizes);
    }
  }

  /**
   * Keeps the units of at least {@code factor} standard deviations of the layer's weights, zeros
   * included: the quality parameter of Han et al., <a
   * href="https://arxiv.org/abs/1506.02626">Learning both Weights and Connections</a>, 2015.
   */
  record Quality(double factor) implements PruningRule {
    public Quality {
      if (!(factor >= 0)) {
        throw new IllegalArgumentException("quality " + factor + " is negative");
      }
    }

    @Override
    public long keep(float[] sizes, Tensor weights) {
      return atLeast((float) (factor * StandardDeviation.of(weights.values())), sizes);
    }
  }

  private static long atLeast(float limit, float[] sizes) {
    long count = 0;
    for (float size : sizes) {
      if (!(Math.abs(size) < limit)) {
        count++;
      }
    }
    return count;
  }

  /** Refuses what is no fraction. */
  static void checkFraction(double keep) {
    if (!(keep >= 0 && keep <= 1)) {
      throw new IllegalArgumentException("density " + keep + " is not between 0 and 1");
    }
  }
}
