package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.job.Progress;

/**
 * Lloyd's algorithm. In one dimension clusters are intervals of the sorted values, so that an
 * iteration costs a search per border instead of a look at every value.
 */
final class Lloyd {
  private static final int MOST_ITERATIONS = 300;

  private Lloyd() {}

  /** Moves ascending centroids until they rest, or for long enough. */
  static double[] settle(Points points, double[] start, Progress progress) {
    var sums = new RangeSums(points);
    double[] centroids = start;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      progress.check();
      double[] moved = means(points, sums, centroids);
      if (Arrays.equals(moved, centroids)) {
        break;
      }
      centroids = moved;
    }
    return centroids;
  }

  /** The means of the numbers nearest to each centroid; a centroid without numbers stays. */
  private static double[] means(Points points, RangeSums sums, double[] centroids) {
    var means = new double[centroids.length];
    int from = 0;
    for (int c = 0; c < centroids.length; c++) {
      int to =
          c == centroids.length - 1
              ? points.size()
              : Math.max(from, points.firstAbove((centroids[c] + centroids[c + 1]) / 2));
      means[c] = to == from ? centroids[c] : sums.mean(from, to);
      from = to;
    }
    return means;
  }
}
