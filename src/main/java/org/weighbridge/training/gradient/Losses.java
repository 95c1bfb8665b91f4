package org.weighbridge.training.gradient;

import java.nio.FloatBuffer;

/** Cross-entropy of scores. */
final class Losses {
  private Losses() {}

  /**
   * Of the first samples of a batch.
   *
   * @param scores samples × classes
   * @param labels the right classes
   */
  static BatchLoss of(FloatBuffer scores, int classes, int[] labels, int samples) {
    double loss = 0;
    int correct = 0;
    for (int sample = 0; sample < samples; sample++) {
      int row = sample * classes;
      int best = 0;
      for (int i = 1; i < classes; i++) {
        best = scores.get(row + i) > scores.get(row + best) ? i : best;
      }
      double most = scores.get(row + best);
      double sum = 0;
      for (int i = 0; i < classes; i++) {
        sum += Math.exp(scores.get(row + i) - most);
      }
      loss += most + Math.log(sum) - scores.get(row + labels[sample]);
      correct += best == labels[sample] ? 1 : 0;
    }
    return new BatchLoss(samples, loss, correct);
  }
}
