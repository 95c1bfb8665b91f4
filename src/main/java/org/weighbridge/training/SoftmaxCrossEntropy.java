package org.weighbridge.training;

/** The loss: cross-entropy of the softmax of the scores against one class. */
final class SoftmaxCrossEntropy {
  private SoftmaxCrossEntropy() {}

  /**
   * Computes {@code softmax(scores) - onehot(label)} in float64, by StrictMath so that it is the
   * same on every platform.
   *
   * @param gradient is filled
   * @return the loss in nats
   */
  static double gradient(float[] scores, int label, float[] gradient) {
    double most = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += StrictMath.exp(score - most);
    }
    for (int c = 0; c < scores.length; c++) {
      gradient[c] = (float) (StrictMath.exp(scores[c] - most) / sum - (c == label ? 1 : 0));
    }
    return StrictMath.log(sum) - (scores[label] - most);
  }
}
