package org.weighbridge.inference;

import java.util.Optional;
import java.util.SplittableRandom;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Split;
import org.weighbridge.tensor.Shape;

/**
 * A random order of samples, the same for each number of them. Data sets may be sorted by class;
 * the first batches of a shuffled one are a random sample of it.
 *
 * @param order which sample is drawn first, second and so on
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Shuffle(int[] order) {
  private static final long SEED = 2601;

  /** By Fisher and Yates. */
  static Shuffle of(int samples) {
    var random = new SplittableRandom(SEED);
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return new Shuffle(order);
  }

  Dataset draw(Dataset samples) {
    return new Drawn(samples, this);
  }

  /** Values by sample, in the order of drawing. */
  int[] draw(int[] bySample) {
    int[] drawn = new int[order.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = bySample[order[i]];
    }
    return drawn;
  }

  /** Answers to all samples in the order of drawing, as they are in the data set. */
  Answers restore(Answers drawn) {
    var answers = Answers.ofSize(order.length);
    for (int i = 0; i < order.length; i++) {
      int sample = order[i];
      answers.predicted()[sample] = drawn.predicted()[i];
      answers.amongFive()[sample] = drawn.amongFive()[i];
      answers.margins()[sample] = drawn.margins()[i];
      answers.losses()[sample] = drawn.losses()[i];
    }
    return answers;
  }

  private record Drawn(Dataset samples, Shuffle shuffle) implements Dataset {
    @Override
    public String name() {
      return samples.name();
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
      samples.read(shuffle.order[sample], target, offset);
    }

    @Override
    public Optional<int[]> labels() {
      return samples.labels().map(shuffle::draw);
    }

    @Override
    public String hash() {
      return samples.hash();
    }

    @Override
    public Dataset limit(int limit) {
      throw new UnsupportedOperationException("limit before shuffling");
    }
  }
}
