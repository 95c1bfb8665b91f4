package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * K-means in one dimension without local minima: dynamic programming over the last cluster's first
 * point (Wang and Song, Ckmeans.1d.dp, 2011), which never moves back as points are added, so that
 * halving finds it in n log n steps for each cluster.
 */
final class OptimalClusters {
  /**
   * With more points tables would grow beyond the caches and the first points of 256 clusters
   * beyond 32 MB. Larger layers are reduced to as many weighted points.
   */
  static final int MOST_POINTS = 1 << 15;

  /** Cells of a level that one thread fills: fewer would not pay for handing them on. */
  private static final int CHUNK = 64;

  private final Scatter scatter;
  private final Progress progress;
  private final int size;

  /** The least squared error of the first points, in the clusters so far. */
  private double[] errors;

  private OptimalClusters(Points points, Progress progress) {
    this.progress = progress;
    scatter = new Scatter(points);
    size = points.size();
    errors = new double[size + 1];
    for (int to = 1; to <= size; to++) {
      errors[to] = scatter.of(0, to);
    }
  }

  /** The centroids of exactly {@code k} clusters with the least squared error, ascending. */
  static double[] centroids(Points points, int k, Progress progress) {
    var work = new OptimalClusters(points, progress);
    var firsts = new int[k][];
    for (int clusters = 2; clusters <= k; clusters++) {
      progress.check();
      firsts[clusters - 1] = work.addCluster(clusters);
    }
    var sums = new RangeSums(points);
    var centroids = new double[k];
    int to = points.size();
    for (int c = k - 1; c >= 0; c--) {
      int from = c == 0 ? 0 : firsts[c][to];
      centroids[c] = sums.mean(from, to);
      to = from;
    }
    return centroids;
  }

  /** For each number of points the first one of the last of so many clusters. */
  private int[] addCluster(int clusters) {
    var firsts = new int[size + 1];
    var least = new double[size + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    find(size, clusters - 1, size - 1, firsts, least, clusters);
    int step = Integer.highestOneBit(size);
    for (; step > 0; step /= 2) {
      int stride = step;
      int odd = Math.ceilDiv(size - stride, 2 * stride);
      WorkPool.forEach(
          Math.ceilDiv(odd, CHUNK),
          chunk -> {
            progress.check();
            for (int i = chunk * CHUNK; i < Math.min(odd, (chunk + 1) * CHUNK); i++) {
              int to = (2 * i + 1) * stride;
              int above = Math.min(size, to + stride);
              int lowest = Math.max(clusters - 1, firsts[to - stride]);
              find(to, lowest, Math.min(to - 1, firsts[above]), firsts, least, clusters);
            }
          });
    }
    errors = least;
    return firsts;
  }

  private void find(int to, int lowest, int highest, int[] firsts, double[] least, int clusters) {
    if (to < clusters) {
      return;
    }
    for (int first = lowest; first <= highest; first++) {
      double error = errors[first] + scatter.of(first, to);
      if (error < least[to]) {
        least[to] = error;
        firsts[to] = first;
      }
    }
  }
}
