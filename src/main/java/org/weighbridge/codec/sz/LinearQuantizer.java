package org.weighbridge.codec.sz;

import org.weighbridge.codec.BoundCheck;

/**
 * Linear-scaling quantization (SZ): bins of 2 × bound around the prediction, numbered from 0 at the
 * prediction itself; every weight of a bin is reconstructed at its centre.
 *
 * @param bound the absolute error bound
 * @param radius the largest bin number; what lies beyond is an outlier
 * @param anySign whether a weight may come back as zero or with the other sign; else such a weight
 *     is an outlier instead
 */
record LinearQuantizer(double bound, int radius, boolean anySign) implements Quantizer {
  /** Beyond every float: larger bounds make no difference, and twice of it is still finite. */
  static final double LARGEST = 0x1p130;

  LinearQuantizer {
    bound = Math.min(bound, LARGEST);
  }

  @Override
  public int bin(float value, float prediction) {
    double scaled = Math.rint(((double) value - prediction) / (2 * bound));
    if (!(Math.abs(scaled) <= radius)) {
      return OUTLIER;
    }
    int bin = (int) scaled;
    float decoded = reconstruct(bin, prediction);
    boolean rightSign = anySign || value * (double) decoded > 0;
    return rightSign && BoundCheck.keeps(value, decoded, bound) ? bin : OUTLIER;
  }

  /** The centre of a bin, computed in double and rounded once to float. */
  @Override
  public float reconstruct(int bin, float prediction) {
    return (float) (prediction + 2 * bound * bin);
  }

  @Override
  public boolean knows(int bin) {
    return Math.abs((long) bin) <= radius;
  }
}
