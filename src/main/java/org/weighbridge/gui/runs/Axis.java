package org.weighbridge.gui.runs;

import java.util.Arrays;

/**
 * A vertical scale of the parallel coordinates.
 *
 * @param quantity what is read off
 * @param least value at the bottom
 * @param most value at the top, larger than {@code least}
 */
record Axis(Quantity quantity, double least, double most) {
  /** The room that values keep from the ends, as a fraction of the scale. */
  private static final double MARGIN = 0.04;

  /** A scale over all of these values that are finite; without any, from 0 (or 1) upwards. */
  static Axis over(Quantity quantity, double[] values) {
    double[] known = Arrays.stream(values).filter(v -> usable(quantity, v)).toArray();
    double low = Arrays.stream(known).min().orElse(quantity.log() ? 1 : 0);
    double high = Arrays.stream(known).max().orElse(quantity.log() ? 10 : 1);
    if (quantity.log()) {
      double room = low == high ? 2 : Math.pow(high / low, MARGIN);
      return new Axis(quantity, low / room, high * room);
    }
    double room = low == high ? Math.max(Math.abs(low) * 0.1, 0.1) : (high - low) * MARGIN;
    return new Axis(quantity, low - room, high + room);
  }

  private static boolean usable(Quantity quantity, double value) {
    return Double.isFinite(value) && (value > 0 || !quantity.log());
  }

  /** Where a value stands: 0 at the bottom, 1 at the top; NaN for what it cannot show. */
  double at(double value) {
    if (!usable(quantity, value)) {
      return Double.NaN;
    }
    return quantity.log()
        ? Math.log(value / least) / Math.log(most / least)
        : (value - least) / (most - least);
  }

  /** The value at a height from 0 to 1; the inverse of {@link #at}. */
  double value(double at) {
    return quantity.log() ? least * Math.pow(most / least, at) : least + at * (most - least);
  }
}
