package org.weighbridge.codec.sz;

import org.weighbridge.codec.BoundCheck;

/**
 * Linear-scaling quantization: bins of 2 × bound around the prediction, numbered from 0 at the
 * prediction itself; every weight of a bin is reconstructed at its centre.
 *
 * @param bound the absolute error bound
 * @param radius the largest bin number; what lies beyond is an outlier
 */
record LinearQuantizer(double bound, int radius) {
  /** Stands for a weight that no bin holds: it is stored exactly. */
  static final int OUTLIER = Integer.MIN_VALUE;

  /** Beyond every float: larger bounds make no difference, and twice of it is still finite. */
  private static final double LARGEST = 0x1p130;

  LinearQuantizer {
    bound = Math.min(bound, LARGEST);
  }

  /**
   * The bin of a weight, or {@link #OUTLIER} when there is none: NaN, infinities, bins beyond the
   * radius, and weights that float rounding would push over the bound, judged by the decoder's own
   * arithmetic.
   */
  int bin(float value, float prediction) {
    double scaled = Math.rint(((double) value - prediction) / (2 * bound));
    if (!(Math.abs(scaled) <= radius)) {
      return OUTLIER;
    }
    int bin = (int) scaled;
    return BoundCheck.keeps(value, reconstruct(bin, prediction), bound) ? bin : OUTLIER;
  }

  /** The centre of a bin: what the decoder computes, in double and rounded once to float. */
  float reconstruct(int bin, float prediction) {
    return (float) (prediction + 2 * bound * bin);
  }
}
