package org.weighbridge.gui.error;

import java.util.stream.IntStream;

/**
 * Equal bins around zero, with edges exactly at ±bound, so that what keeps the bound is seen to
 * keep it.
 *
 * @param bound absolute, above 0
 * @param each the number of bins to either side of zero
 */
record ErrorBins(double bound, int each) {
  private static final int INSIDE = 10;

  /** Beyond so many bounds errors are counted as beyond the axis. */
  private static final int MOST_BOUNDS = 4;

  /** Just beyond the largest error where that is not far out. */
  static ErrorBins reaching(double bound, double maxError) {
    double bounds = Math.clamp(1.05 * maxError / bound, 1.15, MOST_BOUNDS);
    return new ErrorBins(bound, (int) Math.ceil(bounds * INSIDE));
  }

  int count() {
    return 2 * each;
  }

  double width() {
    return bound / INSIDE;
  }

  /** Of a finite error; -1 beyond the bins. */
  int of(double error) {
    int bin = (int) Math.floor(error / width()) + each;
    if (Math.abs(error) <= bound) {
      return Math.clamp(bin, each - INSIDE, each + INSIDE - 1);
    }
    return bin < 0 || bin >= count() ? -1 : bin;
  }

  double[] edges() {
    return IntStream.rangeClosed(-each, each).mapToDouble(i -> i * bound / INSIDE).toArray();
  }
}
