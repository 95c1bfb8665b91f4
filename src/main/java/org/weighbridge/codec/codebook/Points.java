package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.job.Progress;

/**
 * A set of numbers in ascending order, equal ones together: what k-means in one dimension works on.
 *
 * @param values ascending, no two equal
 * @param before the number of numbers below each value, and of all of them at the end
 */
@SuppressWarnings("ArrayRecordComponent")
record Points(double[] values, long[] before) {
  /** So many are sorted in less time than a cancel may take; more are put into cells. */
  static final int MOST_SORTED = 1 << 20;

  /**
   * The points of at least one finite number. Of more than {@value #MOST_SORTED} those that agree
   * in sign, exponent and the first 11 bits of the mantissa become one, their mean: less than a
   * 2048th apart.
   */
  static Points of(float[] values, Progress progress) {
    return values.length > MOST_SORTED ? FloatCells.points(values, progress) : sorted(values);
  }

  static Points sorted(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    var distinct = new double[sorted.length];
    var before = new long[sorted.length + 1];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (size == 0 || distinct[size - 1] != sorted[i]) {
        before[size] = i;
        distinct[size++] = sorted[i] + 0.0; // -0.0 is 0.0
      }
    }
    before[size] = sorted.length;
    return new Points(Arrays.copyOf(distinct, size), Arrays.copyOf(before, size + 1));
  }

  /** The number of different values. */
  int size() {
    return values.length;
  }

  /** The number of numbers. */
  long total() {
    return before[values.length];
  }

  /** How many numbers have a value. */
  long count(int point) {
    return before[point + 1] - before[point];
  }

  double least() {
    return values[0];
  }

  double most() {
    return values[values.length - 1];
  }

  /** The value of the number of a rank, 0 to total - 1. */
  double ranked(long rank) {
    int place = Arrays.binarySearch(before, rank);
    return values[place >= 0 ? place : -place - 2];
  }

  /** The first point above a limit; the size when there is none. */
  int firstAbove(double limit) {
    int place = Arrays.binarySearch(values, limit);
    return place >= 0 ? place + 1 : -place - 1;
  }

  /**
   * At most so many points: neighbours become one, their mean, where numbers are many or near to
   * each other. Half of the points go by rank and half by distance, so that neither the crowd nor
   * the few large values are lost.
   */
  Points reduced(int most) {
    if (size() <= most) {
      return this;
    }
    var means = new double[most];
    var ranks = new long[most + 1];
    int groups = 0;
    for (int from = 0, to; from < size(); from = to) {
      int group = group(from, most);
      to = from;
      double sum = 0;
      while (to < size() && group(to, most) == group) {
        sum += values[to] * count(to);
        to++;
      }
      ranks[groups] = before[from];
      means[groups++] = sum / (before[to] - before[from]);
    }
    ranks[groups] = total();
    return new Points(Arrays.copyOf(means, groups), Arrays.copyOf(ranks, groups + 1));
  }

  private int group(int point, int groups) {
    double rank = (double) before[point] / total();
    double distance = (values[point] - least()) / (most() - least());
    return Math.min(groups - 1, (int) ((rank + distance) / 2 * groups));
  }
}
