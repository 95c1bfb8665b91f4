package org.weighbridge.codec.linear;

/**
 * The evenly spaced values of a tensor or a channel: bin k stands for scale × k. Zero is one of
 * them, so that pruned weights stay pruned.
 *
 * @param scale not negative, finite; 0 where there is nothing but zeros
 * @param lowest the first bin, at most 0
 * @param highest the last bin, at least 0
 */
record Grid(float scale, int lowest, int highest) {
  /** As many bins on both sides of zero: 2^(bits-1) - 1 each, from -max|w| to max|w|. */
  static Grid symmetricOver(int bits, float least, float most) {
    int levels = levels(bits);
    return new Grid(scale(Math.max(-least, most), levels), -levels, levels);
  }

  /**
   * All 2^bits bins between the least and the largest weight, moved by less than a bin so that one
   * is zero.
   *
   * @param least at most 0
   * @param most at least 0
   */
  static Grid affineOver(int bits, float least, float most) {
    int steps = steps(bits);
    float scale = scale((double) most - least, steps);
    return affine(bits, scale, scale == 0 ? 0 : (int) Math.rint(-least / (double) scale));
  }

  /**
   * The grid of a scale and a zero point.
   *
   * @param zero which of the bins stands for 0, counted from the lowest
   */
  static Grid affine(int bits, float scale, int zero) {
    return new Grid(scale, -zero, steps(bits) - zero);
  }

  /** The grid of a scale alone. */
  static Grid symmetric(int bits, float scale) {
    return new Grid(scale, -levels(bits), levels(bits));
  }

  private static int levels(int bits) {
    return (1 << (bits - 1)) - 1;
  }

  static int steps(int bits) {
    return (1 << bits) - 1;
  }

  /**
   * The least float that reaches the range in so many steps: where floats are subnormal, and their
   * spacing as coarse as the grid, rounding to the nearest would cut the largest weights off.
   */
  private static float scale(double range, int steps) {
    float scale = (float) (range / steps);
    return (double) scale * steps < range ? Math.nextUp(scale) : scale;
  }

  /** The bin of the nearest value. */
  int bin(float weight) {
    return scale == 0 ? 0 : Math.clamp((long) Math.rint(weight / (double) scale), lowest, highest);
  }

  /** Finds the bins of some weights; returns their largest error. */
  double quantize(float[] weights, int from, int to, int[] bins) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      bins[i] = bin(weights[i]);
      largest = Math.max(largest, Math.abs((double) weights[i] - value(bins[i])));
    }
    return largest;
  }

  /** What a bin stands for; where the product exceeds the largest float, that one. */
  float value(int bin) {
    return Math.clamp(scale * bin, -Float.MAX_VALUE, Float.MAX_VALUE);
  }
}
