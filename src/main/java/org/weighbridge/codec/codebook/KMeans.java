package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.job.Progress;

/**
 * K-means of numbers: few values that many share, with little squared error. Deterministic for any
 * number of threads.
 */
public final class KMeans {
  private KMeans() {}

  /** The centroids that Lloyd's algorithm finds from {@link Start#LINEAR}. */
  public static float[] centroids(float[] values, int k, Progress progress) {
    return centroids(values, k, Start.LINEAR, progress);
  }

  /**
   * The centroids of a set of values; these themselves when no more than {@code k} differ.
   *
   * @param values finite, in any order
   * @param k at least 1
   * @return ascending, at most {@code k}; of up to 2^20 values none that no value is nearest to
   */
  public static float[] centroids(float[] values, int k, Start start, Progress progress) {
    if (values.length > Points.MOST_SORTED) {
      float[] few = DistinctValues.of(values, k, progress);
      if (few.length <= k) {
        return few;
      }
    }
    var points = Points.of(values, progress);
    if (points.size() <= k) {
      return used(points, points.values());
    }
    double[] from = start.centroids(points, k, progress);
    return used(points, Lloyd.settle(points, from, progress));
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

  private static float[] used(Points points, double[] centroids) {
    var rounded = new float[centroids.length];
    for (int c = 0; c < centroids.length; c++) {
      rounded[c] = (float) centroids[c];
    }
    var used = new float[rounded.length];
    int count = 0;
    for (double value : points.values()) {
      float nearest = rounded[nearest(rounded, (float) value)];
      if (count == 0 || nearest > used[count - 1]) {
        used[count++] = nearest;
      }
    }
    return Arrays.copyOf(used, count);
  }
}
