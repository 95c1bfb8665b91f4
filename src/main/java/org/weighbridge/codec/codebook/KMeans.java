package org.weighbridge.codec.codebook;

import java.util.Arrays;

/**
 * K-means of numbers by Lloyd's algorithm, begun with centroids at equal distances from the least
 * value to the largest one: the start that Deep Compression (Han et al., 2016, section 3.2) found
 * best, because it keeps the few large weights.
 *
 * <p>In one dimension clusters are intervals of the sorted values, so that an iteration costs a
 * search per border instead of a look at every value.
 */
public final class KMeans {
  private static final int MOST_ITERATIONS = 300;

  private KMeans() {}

  /**
   * The centroids of a set of values.
   *
   * @param values finite, in any order
   * @param k at least 1
   * @return ascending, at most {@code k}: none that no value is nearest to
   */
  public static float[] centroids(float[] values, int k) {
    if (values.length == 0) {
      return new float[0];
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] sums = sums(sorted);
    double[] centroids = equallySpaced(sorted[0], sorted[sorted.length - 1], k);
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double[] moved = means(sorted, sums, centroids);
      if (Arrays.equals(moved, centroids)) {
        break;
      }
      centroids = moved;
    }
    return used(sorted, centroids);
  }

  /** The number of the centroid nearest to a value; of two equally near the lower one. */
  public static int nearest(float[] centroids, float value) {
    int place = Arrays.binarySearch(centroids, value);
    if (place >= 0) {
      return place;
    }
    int above = -place - 1;
    if (above == 0 || above == centroids.length) {
      return Math.max(0, above - 1);
    }
    double down = (double) value - centroids[above - 1];
    double up = (double) centroids[above] - value;
    return up < down ? above : above - 1;
  }

  private static double[] sums(float[] sorted) {
    var sums = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sums[i + 1] = sums[i] + sorted[i];
    }
    return sums;
  }

  private static double[] equallySpaced(double least, double most, int k) {
    var centroids = new double[k];
    for (int i = 0; i < k; i++) {
      centroids[i] = k == 1 ? (least + most) / 2 : least + (most - least) * i / (k - 1);
    }
    return centroids;
  }

  /** The means of the values nearest to each centroid; a centroid without values stays. */
  private static double[] means(float[] sorted, double[] sums, double[] centroids) {
    var means = new double[centroids.length];
    int from = 0;
    for (int c = 0; c < centroids.length; c++) {
      int to =
          c == centroids.length - 1
              ? sorted.length
              : Math.max(from, firstAbove(sorted, (centroids[c] + centroids[c + 1]) / 2));
      means[c] = to == from ? centroids[c] : (sums[to] - sums[from]) / (to - from);
      from = to;
    }
    return means;
  }

  private static int firstAbove(float[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static float[] used(float[] sorted, double[] centroids) {
    var rounded = new float[centroids.length];
    for (int c = 0; c < centroids.length; c++) {
      rounded[c] = (float) centroids[c];
    }
    var used = new float[rounded.length];
    int count = 0;
    for (float value : sorted) {
      float nearest = rounded[nearest(rounded, value)];
      if (count == 0 || nearest > used[count - 1]) {
        used[count++] = nearest;
      }
    }
    return Arrays.copyOf(used, count);
  }
}
