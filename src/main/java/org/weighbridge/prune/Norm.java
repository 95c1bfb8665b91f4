package org.weighbridge.prune;

/** How large several weights are together, per weight: comparable between units of any size. */
public enum Norm {
  /** The mean magnitude. */
  L1 {
    @Override
    double of(float weight) {
      return Math.abs(weight);
    }

    @Override
    double perWeight(double sum, int weights) {
      return sum / weights;
    }
  },
  /** The root of the mean square. */
  L2 {
    @Override
    double of(float weight) {
      return (double) weight * weight;
    }

    @Override
    double perWeight(double sum, int weights) {
      return Math.sqrt(sum / weights);
    }
  };

  /** What one weight adds to the sum. */
  abstract double of(float weight);

  abstract double perWeight(double sum, int weights);
}
