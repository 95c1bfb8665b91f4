package org.weighbridge.codec.codebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.Progress;

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
}
