package org.weighbridge.dataset;

import java.util.Optional;
import org.weighbridge.tensor.Shape;

/**
 * Samples with noise on every value, the same noise each time they are read.
 *
 * <p>A network is surer of samples that it was trained on than of others, so it loses less on them
 * when its weights change. Noise makes them as hard as unseen ones again.
 */
public final class NoisyDataset implements Dataset {
  /** Samples whose values tell the range that noise must not leave. */
  private static final int RANGE_SAMPLES = 256;

  private final Dataset samples;
  private final double sigma;
  private final float low;
  private final float high;

  /**
   * Adds noise.
   *
   * @param sigma standard deviation of the noise as a fraction of the range of the values
   */
  public NoisyDataset(Dataset samples, double sigma) {
    this.samples = samples;
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    var sample = new float[samples.sampleShape().size()];
    for (int i = 0; i < Math.min(RANGE_SAMPLES, samples.size()); i++) {
      samples.read(i, sample, 0);
      for (float value : sample) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    this.low = least;
    this.high = most;
    this.sigma = sigma;
  }

  private NoisyDataset(Dataset samples, double sigma, float low, float high) {
    this.samples = samples;
    this.sigma = sigma;
    this.low = low;
    this.high = high;
  }

  @Override
  public String name() {
    return samples.name() + " with noise";
  }

  @Override
  public Split split() {
    return samples.split();
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public Shape sampleShape() {
    return samples.sampleShape();
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    samples.read(sample, target, offset);
    float scale = (float) (sigma * (high - low));
    long state = sample;
    for (int i = offset; i < offset + samples.sampleShape().size(); i++) {
      state += 0x9e3779b97f4a7c15L;
      float noisy = target[i] + scale * normal(mix(state));
      target[i] = Math.clamp(noisy, low, high);
    }
  }

  /** SplitMix64's output function (Steele, Lea and Flood, 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * About a normal deviate: the sum of four uniform ones, scaled to variance 1. Integer arithmetic
   * and one exact conversion, so that it is the same on every platform.
   */
  private static float normal(long bits) {
    int sum = 0;
    for (int i = 0; i < 64; i += 16) {
      sum += (int) (bits >>> i & 0xffff);
    }
    return (sum - 2 * 0xffff) * (float) (1.7320508 / 0x10000);
  }

  @Override
  public Optional<int[]> labels() {
    return samples.labels();
  }

  @Override
  public String hash() {
    return samples.hash() + "+noise " + sigma;
  }

  @Override
  public Dataset limit(int limit) {
    return new NoisyDataset(samples.limit(limit), sigma, low, high);
  }
}
