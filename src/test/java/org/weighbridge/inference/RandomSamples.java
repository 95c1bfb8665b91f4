package org.weighbridge.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Split;
import org.weighbridge.tensor.Shape;

/** Noise between 0 and 255, labelled by chance or not at all. */
@SuppressWarnings("ArrayRecordComponent") // a fixture, never compared
record RandomSamples(Shape sampleShape, float[][] samples, Optional<int[]> labels)
    implements Dataset {
  static RandomSamples of(long seed, int count, int classes, int... shape) {
    var random = new SplittableRandom(seed);
    Shape sample = Shape.of(shape);
    float[][] samples = new float[count][sample.size()];
    for (float[] values : samples) {
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(256);
      }
    }
    int[] labels = random.ints(count, 0, classes).toArray();
    return new RandomSamples(sample, samples, Optional.of(labels));
  }

  RandomSamples unlabelled() {
    return new RandomSamples(sampleShape, samples, Optional.empty());
  }

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public Split split() {
    return Split.TEST;
  }

  @Override
  public int size() {
    return samples.length;
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    System.arraycopy(samples[sample], 0, target, offset, samples[sample].length);
  }

  @Override
  public String hash() {
    return "noise";
  }

  @Override
  public Dataset limit(int limit) {
    return new RandomSamples(
        sampleShape, Arrays.copyOf(samples, limit), labels.map(all -> Arrays.copyOf(all, limit)));
  }
}
