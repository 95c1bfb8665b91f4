package org.weighbridge.benchmark;

import java.util.stream.IntStream;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.training.gradient.Dropout;
import org.weighbridge.training.gradient.Gradients;

/**
 * Measures how long training takes: the gradients of batch after batch, read from the data set and
 * preprocessed as in training, and an evaluation of the same samples. The optimizer's move, a
 * fraction of a millisecond, is not in it.
 *
 * @param batch samples per step
 * @param steps timed ones, after as many for warming up
 */
public record TrainingBenchmark(int batch, int steps) {
  public TrainingBenchmark {
    if (batch < 1 || steps < 1) {
      throw new IllegalArgumentException(steps + " steps of " + batch);
    }
  }

  /** The units of progress that it is worth. */
  public long units() {
    return 2L * steps + 2;
  }

  public TrainingResult measure(Gradients gradients, LabelledSamples samples, Progress progress) {
    int[] order = IntStream.range(0, samples.size()).toArray();
    int each = Math.min(batch, samples.size());
    float[][] values = gradients.start();
    float[][] result = gradients.start();
    Dropout none = Dropout.none(gradients);
    long[] nanos = new long[steps];
    for (int step = 0; step < 2 * steps; step++) {
      int from = (int) ((long) step * each % (samples.size() - each + 1));
      long start = System.nanoTime();
      gradients.backward(samples, order, from, each, none, values, result);
      if (step >= steps) {
        nanos[step - steps] = System.nanoTime() - start;
      }
      progress.worked(1);
    }
    gradients.evaluate(samples, values, progress.part(1));
    long start = System.nanoTime();
    gradients.evaluate(samples, values, progress.part(1));
    return new TrainingResult(samples.size(), each, nanos, System.nanoTime() - start);
  }
}
