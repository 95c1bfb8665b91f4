package org.weighbridge.codec.codebook;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.weighbridge.job.Progress;

/**
 * Where centroids begin (Han et al., Deep Compression, 2016, section 3.2), and the best there are.
 */
public enum Start {
  /**
   * At equal distances from the least value to the largest one: what Deep Compression found best,
   * because it keeps the few large weights.
   */
  LINEAR {
    @Override
    double[] centroids(Points points, int k, Progress progress) {
      var centroids = new double[k];
      double step = k == 1 ? 0 : (points.most() - points.least()) / (k - 1);
      for (int i = 0; i < k; i++) {
        centroids[i] = points.least() + step * i;
      }
      return centroids;
    }
  },
  /** With equally many values between them. */
  DENSITY {
    @Override
    double[] centroids(Points points, int k, Progress progress) {
      var centroids = new double[k];
      for (int i = 0; i < k; i++) {
        centroids[i] = points.ranked((long) ((i + 0.5) / k * points.total()));
      }
      return centroids;
    }
  },
  /** At values drawn from the layer, by a fixed seed: Forgy's method. */
  RANDOM {
    @Override
    double[] centroids(Points points, int k, Progress progress) {
      var random = new SplittableRandom(SEED);
      var drawn = new TreeSet<Double>();
      for (int i = 0; i < DRAWS_PER_CENTROID * k && drawn.size() < k; i++) {
        drawn.add(points.ranked(random.nextLong(points.total())));
      }
      return drawn.stream().mapToDouble(Double::doubleValue).toArray();
    }
  },
  /** Where the squared error is least of all: nothing is left to Lloyd's algorithm. */
  EXACT {
    @Override
    double[] centroids(Points points, int k, Progress progress) {
      return OptimalClusters.centroids(points.reduced(OptimalClusters.MOST_POINTS), k, progress);
    }
  };

  private static final long SEED = 1;

  /** Values that occur often are drawn again and again. */
  private static final int DRAWS_PER_CENTROID = 16;

  /**
   * Centroids to begin with, ascending.
   *
   * @param points more than {@code k}
   */
  abstract double[] centroids(Points points, int k, Progress progress);

  /** What options say: {@code linear}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Start of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
