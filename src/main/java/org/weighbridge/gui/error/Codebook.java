package org.weighbridge.gui.error;

import java.util.Arrays;
import org.weighbridge.codec.codebook.KMeans;
import org.weighbridge.job.Progress;

/**
 * Shared values for the kept weights of a layer, as weight sharing by k-means chooses them (Han et
 * al., Deep Compression, 2016): what error-bounded coding is compared with. Zeros stay zeros.
 *
 * @param bits of an index; at most 2 to this power values
 * @param centroids ascending
 * @param entropy of the indices in bits per kept weight: what an ideal entropy coder needs
 */
@SuppressWarnings("ArrayRecordComponent") // never written to after it was made
record Codebook(int bits, float[] centroids, double entropy) {
  static final int LEAST_BITS = 2;
  static final int MOST_BITS = 8;

  private static final int CHECKED = 0xFFFF;

  /** Of these weights; zeros are not shared. */
  static Codebook of(float[] weights, int bits, Progress progress) {
    int kept = 0;
    for (float weight : weights) {
      kept += weight == 0 ? 0 : 1;
    }
    var values = new float[kept];
    int next = 0;
    for (float weight : weights) {
      if (weight != 0) {
        values[next++] = weight;
      }
    }
    progress.check();
    float[] centroids = KMeans.centroids(values, 1 << bits, progress);
    return new Codebook(bits, centroids, entropy(weights, centroids, progress));
  }

  float decode(float weight) {
    return weight == 0 ? 0 : centroids[KMeans.nearest(centroids, weight)];
  }

  private static double entropy(float[] weights, float[] centroids, Progress progress) {
    var counts = new long[centroids.length];
    for (int i = 0; i < weights.length; i++) {
      if ((i & CHECKED) == 0) {
        progress.check();
      }
      if (weights[i] != 0) {
        counts[KMeans.nearest(centroids, weights[i])]++;
      }
    }
    double all = Arrays.stream(counts).sum();
    double bits = 0;
    for (long count : counts) {
      bits -= count == 0 ? 0 : count / all * Math.log(count / all) / Math.log(2);
    }
    return bits;
  }
}
