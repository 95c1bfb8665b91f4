package org.weighbridge.prune;

import org.weighbridge.tensor.Tensor;

/** Decides which weights of a layer are small enough to go, by their magnitude. */
public sealed interface PruningRule {
  /**
   * The magnitude below which the weights of a layer are set to zero. Weights of exactly this
   * magnitude stay.
   */
  float threshold(Tensor weights);

  /**
   * Keeps a fraction of all weights of the layer, the largest by magnitude.
   *
   * @param keep 0 to 1; ties at the threshold are kept, so a little more may stay
   */
  record Density(double keep) implements PruningRule {
    public Density {
      if (!(keep >= 0 && keep <= 1)) {
        throw new IllegalArgumentException("density " + keep + " is not between 0 and 1");
      }
    }

    @Override
    public float threshold(Tensor weights) {
      return Magnitudes.largest(weights.values(), Math.round(keep * weights.size()));
    }
  }

  /** Keeps the weights of at least this magnitude. */
  record Threshold(double value) implements PruningRule {
    public Threshold {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("threshold " + value + " is negative");
      }
    }

    @Override
    public float threshold(Tensor weights) {
      return (float) value;
    }
  }

  /**
   * Keeps the weights of at least {@code factor} standard deviations of the layer's weights: the
   * quality parameter of Han et al., Learning both Weights and Connections (2015).
   */
  record Quality(double factor) implements PruningRule {
    public Quality {
      if (!(factor >= 0)) {
        throw new IllegalArgumentException("quality " + factor + " is negative");
      }
    }

    @Override
    public float threshold(Tensor weights) {
      return (float) (factor * Magnitudes.standardDeviation(weights.values()));
    }
  }
}
