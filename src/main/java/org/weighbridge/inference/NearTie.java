package org.weighbridge.inference;

/**
 * Two best classes nearer to each other than what another order of summation can change. ONNX
 * Runtime adds up in another order when a graph is cut or optimised otherwise.
 */
final class NearTie {
  /** In relation to the largest score. */
  static final double TOLERANCE = 1e-4;

  private NearTie() {}

  /** Whether a sample's logits are such; also where one is NaN or infinite. */
  static boolean in(double[] logits) {
    double best = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    double magnitude = 0;
    for (double value : logits) {
      if (Double.isNaN(value)) {
        return true;
      }
      magnitude = Math.max(magnitude, Math.abs(value));
      second = Math.max(second, Math.min(best, value));
      best = Math.max(best, value);
    }
    return !(best - second > TOLERANCE * magnitude);
  }
}
