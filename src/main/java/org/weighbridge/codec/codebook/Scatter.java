package org.weighbridge.codec.codebook;

/**
 * The squared error of any neighbouring points around their mean, in constant time.
 *
 * <p>A disjoint sparse table: on level l points are cut into blocks of 2^(l+1), and from the middle
 * of each block statistics grow to both sides. Every range lies around exactly one middle, so that
 * two statistics are joined (Chan et al., 1979) and nothing is subtracted: differences of running
 * sums of squares would lose small clusters beside large values.
 */
final class Scatter {
  private final Points points;
  private final double[][] means;
  private final double[][] errors;

  Scatter(Points points) {
    this.points = points;
    int size = points.size();
    int levels = Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
    means = new double[levels][size];
    errors = new double[levels][size];
    for (int level = 0; level < levels; level++) {
      for (int middle = 1 << level; middle < size; middle += 2 << level) {
        fill(level, middle);
      }
    }
  }

  private void fill(int level, int middle) {
    grow(level, middle - 1, middle - (1 << level) - 1, -1);
    grow(level, middle, Math.min(points.size(), middle + (1 << level)), 1);
  }

  private void grow(int level, int first, int end, int step) {
    double count = 0;
    double mean = 0;
    double error = 0;
    for (int i = first; i != end; i += step) {
      double more = points.count(i);
      double all = count + more;
      double distance = points.values()[i] - mean;
      mean += distance * (more / all);
      error += distance * distance * (more * (count / all));
      count = all;
      means[level][i] = mean;
      errors[level][i] = error;
    }
  }

  private double count(int from, int to) {
    return points.before()[to] - points.before()[from];
  }

  /**
   * The sum of the squared distances of the numbers of some points, at least one, to their mean.
   */
  double of(int from, int to) {
    int last = to - 1;
    if (from == last) {
      return 0;
    }
    int level = 31 - Integer.numberOfLeadingZeros(from ^ last);
    int middle = last >>> level << level;
    double left = count(from, middle);
    double right = count(middle, to);
    double distance = means[level][last] - means[level][from];
    return errors[level][from]
        + errors[level][last]
        + distance * distance * (left * (right / (left + right)));
  }
}
