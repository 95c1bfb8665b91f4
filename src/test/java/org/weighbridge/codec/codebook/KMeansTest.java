package org.weighbridge.codec.codebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.job.WorkPool;

class KMeansTest {
  private static float[] centroids(float[] values, int k) {
    return KMeans.centroids(values, k, Progress.none());
  }

  @Test
  void findsWellSeparatedClusters() {
    float[] values = {5.1f, -1f, 2.2f, 4.9f, -1.2f, 2f, -0.8f};
    assertArrayEquals(new float[] {-1f, 2.1f, 5f}, centroids(values, 3), 1e-6f);
  }

  /** The picture of Deep Compression: 16 weights, 4 centroids. */
  @Test
  void sharesTheWeightsOfThePublishedExample() {
    float[] values = {
      2.09f, -0.98f, 1.48f, 0.09f, 0.05f, -0.14f, -1.08f, 2.12f,
      -0.91f, 1.92f, 0f, -1.03f, 1.87f, 0f, 1.53f, 1.49f
    };
    assertArrayEquals(new float[] {-1f, 0f, 1.5f, 2f}, centroids(values, 4), 5e-3f);
  }

  @Test
  void fewValuesGiveFewCentroids() {
    assertArrayEquals(new float[] {3f}, centroids(new float[] {3f, 3f, 3f}, 8));
    assertEquals(0, centroids(new float[0], 4).length);
    assertArrayEquals(new float[] {2f}, centroids(new float[] {1f, 2f, 3f}, 1));
  }

  /** A centroid that no value is nearest to would cost bytes for nothing. */
  @Test
  void leavesOutWhatNoValueUses() {
    assertArrayEquals(new float[] {0f, 9f}, centroids(new float[] {0f, 0f, 9f}, 4));
  }

  @Test
  void nearestAgreesWithLookingAtAll() {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new Random(seed);
      var values = new float[500];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      float[] centroids = centroids(values, 1 + random.nextInt(32));
      for (float value : values) {
        int best = 0;
        for (int c = 1; c < centroids.length; c++) {
          if (Math.abs((double) value - centroids[c])
              < Math.abs((double) value - centroids[best])) {
            best = c;
          }
        }
        assertEquals(best, KMeans.nearest(centroids, value), "seed " + seed);
      }
    }
  }

  /** A fixed point: every centroid is the mean of the values that are nearest to it. */
  @Test
  void centroidsAreTheMeansOfTheirMembers() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var values = new float[2000];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() * 0.1);
      }
      float[] centroids = centroids(values, 16);
      var sums = new double[centroids.length];
      var counts = new int[centroids.length];
      for (float value : values) {
        int c = KMeans.nearest(centroids, value);
        sums[c] += value;
        counts[c]++;
      }
      for (int c = 0; c < centroids.length; c++) {
        assertTrue(counts[c] > 0, "seed " + seed);
        assertEquals(sums[c] / counts[c], centroids[c], 1e-6, "seed " + seed);
      }
    }
  }

  @Test
  void everyStartIsTheSameForAnyNumberOfThreads() {
    for (int size : new int[] {3000, Points.MOST_SORTED + 1000}) {
      float[] values = gaussian(5, size);
      for (var start : Start.values()) {
        float[] alone = WorkPool.limited(1, () -> centroids(values, start));
        assertArrayEquals(alone, WorkPool.limited(3, () -> centroids(values, start)), start.id());
        assertArrayEquals(alone, centroids(values, start), start.id());
        assertEquals(16, alone.length, start.id());
      }
    }
  }

  private static float[] centroids(float[] values, Start start) {
    return KMeans.centroids(values, 16, start, Progress.none());
  }

  @Test
  void exactIsNeverWorseThanLloyd() {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      float[] values = gaussian(seed, 2 + random.nextInt(400));
      for (int i = 0; i < values.length; i += 1 + random.nextInt(5)) {
        values[i] = Math.scalb(values[i], random.nextInt(40) - 20);
      }
      int k = 1 + random.nextInt(40);
      double least = error(values, KMeans.centroids(values, k, Start.EXACT, Progress.none()));
      for (var start : Start.values()) {
        double error = error(values, KMeans.centroids(values, k, start, Progress.none()));
        assertTrue(
            least <= error * (1 + 1e-6),
            "seed %d, k %d, %s: %s, not %s".formatted(seed, k, start, error, least));
      }
    }
  }

  /** All ways to cut ten values into three. */
  @Test
  void exactIsTheBestOfAllCuts() {
    for (long seed = 1; seed <= 30; seed++) {
      float[] values = gaussian(seed, 10);
      Arrays.sort(values);
      double least = Double.POSITIVE_INFINITY;
      for (int a = 1; a < 9; a++) {
        for (int b = a + 1; b < 10; b++) {
          least =
              Math.min(least, around(values, 0, a) + around(values, a, b) + around(values, b, 10));
        }
      }
      float[] found = KMeans.centroids(values, 3, Start.EXACT, Progress.none());
      assertEquals(least, error(values, found), 1e-6 * least, "seed " + seed);
    }
  }

  private static double around(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    double error = 0;
    for (int i = from; i < to; i++) {
      error += Math.pow(values[i] - sum / (to - from), 2);
    }
    return error;
  }

  /** Cells cost next to nothing against sorting. */
  @Test
  void largeLayersAreSharedAsWell() {
    float[] values = gaussian(9, Points.MOST_SORTED + 1000);
    double cells = error(values, centroids(values, Start.LINEAR));
    var sorted = Points.sorted(values);
    double[] from = Start.LINEAR.centroids(sorted, 16, Progress.none());
    double[] settled = Lloyd.settle(sorted, from, Progress.none());
    var rounded = new float[16];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) settled[i];
    }
    assertEquals(1, cells / error(values, rounded), 1e-4);
    float[] few = {-1e-40f, 0.1f, 0.10000001f, 3e38f};
    for (int i = 0; i < values.length; i++) {
      values[i] = few[i % few.length];
    }
    assertArrayEquals(few, KMeans.centroids(values, 4, Progress.none()));
  }

  /** A huge value must not swallow what is added after it. */
  @Test
  void hugeAndTinyValuesLiveTogether() {
    float[] values = {-Float.MAX_VALUE, -Float.MAX_VALUE, 1f, 1.5f, 2e-40f, 3e-40f, 7f, 8f};
    for (var start : new Start[] {Start.EXACT, Start.RANDOM, Start.DENSITY}) {
      float[] centroids = KMeans.centroids(values, 4, start, Progress.none());
      assertEquals(-Float.MAX_VALUE, centroids[0], start.id());
      assertTrue(centroids[centroids.length - 1] <= 8f, start.id());
    }
    assertArrayEquals(
        new float[] {-Float.MAX_VALUE, 2.5e-40f, 1.25f, 7.5f},
        KMeans.centroids(values, 4, Start.EXACT, Progress.none()));
    float[] most = {Float.MAX_VALUE, Math.nextDown(Float.MAX_VALUE), Float.MAX_VALUE, 1e38f};
    for (var start : Start.values()) {
      for (float centroid : KMeans.centroids(most, 2, start, Progress.none())) {
        assertTrue(Float.isFinite(centroid), start.id());
      }
    }
  }

  @Test
  void stopsWhenCancelled() {
    var cancel = new CancelToken();
    cancel.cancel();
    var progress = new TrackedProgress(cancel, state -> {});
    for (int size : new int[] {3000, Points.MOST_SORTED + 1000}) {
      float[] values = gaussian(5, size);
      for (var start : Start.values()) {
        assertThrows(
            CancellationException.class, () -> KMeans.centroids(values, 16, start, progress));
      }
    }
  }

  private static float[] gaussian(long seed, int size) {
    var random = new Random(seed);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (0.05 * random.nextGaussian());
    }
    return values;
  }

  private static double error(float[] values, float[] centroids) {
    double error = 0;
    for (float value : values) {
      error += Math.pow((double) value - centroids[KMeans.nearest(centroids, value)], 2);
    }
    return error;
  }
}
