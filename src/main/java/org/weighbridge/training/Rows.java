package org.weighbridge.training;

/** The inner loops, each over whole rows: the form that HotSpot turns into vector code. */
final class Rows {
  private Rows() {}

  /** {@code y += a × x}. */
  static void addScaled(float a, float[] x, float[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] += a * x[i];
    }
  }

  /**
   * One step of stochastic gradient descent with momentum and weight decay: {@code v = momentum × v
   * - rate × (scale × gradient + decay × w)}, {@code w += v}, where the mask is 0 {@code w} becomes
   * 0.
   */
  static void step(
      float[] w, float[] v, float[] gradient, float[] mask, StepSize step, float scale) {
    float momentum = step.momentum();
    float rate = step.rate();
    float decay = step.decay();
    for (int i = 0; i < w.length; i++) {
      float velocity = momentum * v[i] - rate * (scale * gradient[i] + decay * w[i]);
      v[i] = velocity;
      // + 0 turns -0 into 0
      w[i] = (w[i] + velocity) * mask[i] + 0f;
    }
  }
}
