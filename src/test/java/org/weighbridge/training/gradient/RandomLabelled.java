package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.tensor.Shape;

/** Random samples between -1 and 1 with labels of three classes. */
@SuppressWarnings("ArrayRecordComponent") // a fixture, never compared
record RandomLabelled(float[] values, Optional<int[]> labels, int sampleSize) implements Dataset {
  static final int CLASSES = 3;

  static LabelledSamples of(long seed, int count, int sampleSize) {
    var random = new SplittableRandom(seed);
    float[] values = new float[count * sampleSize];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    int[] labels = random.ints(count, 0, CLASSES).toArray();
    return new LabelledSamples(
        new RandomLabelled(values, Optional.of(labels), sampleSize),
        new Preprocessing(
            1, List.of(0.0), List.of(1.0), Preprocessing.Layout.NCHW, Preprocessing.Channels.GRAY));
  }

  @Override
  public String name() {
    return "random samples";
  }

  @Override
  public Split split() {
    return Split.TRAINING;
  }

  @Override
  public int size() {
    return values.length / sampleSize;
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(sampleSize);
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    System.arraycopy(values, sample * sampleSize, target, offset, sampleSize);
  }

  @Override
  public String hash() {
    return Integer.toHexString(Arrays.hashCode(values));
  }

  @Override
  public Dataset limit(int limit) {
    throw new UnsupportedOperationException();
  }
}
