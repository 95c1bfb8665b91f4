package org.weighbridge.training;

import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Preprocessor;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.WorkPool;

/** A data set as a perceptron takes it: preprocessed, with labels. Thread-safe. */
final class PerceptronSamples {
  private static final int SAMPLES_PER_TASK = 500;

  private final Preprocessor samples;
  private final int[] labels;

  PerceptronSamples(Dataset data, Preprocessing preprocessing) {
    samples = new Preprocessor(data, preprocessing);
    labels = labels(data);
  }

  /**
   * The labels of a data set.
   *
   * @throws Fault when it has none
   */
  static int[] labels(Dataset data) {
    return data.labels()
        .orElseThrow(
            () -> new Fault(data.name() + " has no labels: training needs them, give others."));
  }

  int size() {
    return labels.length;
  }

  int label(int sample) {
    return labels[sample];
  }

  void read(int sample, float[] target) {
    samples.fill(sample, 1, target, 0);
  }

  /** How many samples a network classifies correctly. */
  int correct(Perceptron network) {
    int[] correct = new int[Math.ceilDiv(size(), SAMPLES_PER_TASK)];
    WorkPool.forEach(
        correct.length,
        task -> {
          Perceptron.Pass pass = network.new Pass();
          int from = task * SAMPLES_PER_TASK;
          int to = Math.min(size(), from + SAMPLES_PER_TASK);
          for (int sample = from; sample < to; sample++) {
            read(sample, pass.input());
            if (pass.predict() == labels[sample]) {
              correct[task]++;
            }
          }
        });
    int sum = 0;
    for (int count : correct) {
      sum += count;
    }
    return sum;
  }
}
