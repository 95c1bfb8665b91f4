package org.weighbridge.training;

/**
 * A step of {@link Optimizer.Sgd}.
 *
 * @param far how much of the velocity is gone
 * @param ahead how much of the gradient is gone besides, for Nesterov's way
 */
record SgdMove(float rate, float momentum, float far, float ahead, float decay, float shrink)
    implements Move {

  static SgdMove of(Optimizer.Sgd sgd, float rate, float decay, float shrink) {
    float momentum = (float) sgd.momentum();
    return sgd.nesterov()
        ? new SgdMove(rate, momentum, momentum, rate, decay, shrink)
        : new SgdMove(rate, momentum, 1, 0, decay, shrink);
  }

  @Override
  public void all(float[] values, float[] gradient, float[][] moments) {
    float[] velocities = moments[0];
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i] + decay * values[i];
      float v = momentum * velocities[i] - rate * g + FADED - FADED;
      velocities[i] = v;
      values[i] = Move.shrunk(values[i] + (far * v - ahead * g), shrink);
    }
  }

  @Override
  public void some(int[] positions, float[] values, float[] gradient, float[][] moments) {
    float[] velocities = moments[0];
    for (int i : positions) {
      float g = gradient[i] + decay * values[i];
      float v = momentum * velocities[i] - rate * g + FADED - FADED;
      velocities[i] = v;
      values[i] = Move.shrunk(values[i] + (far * v - ahead * g), shrink);
    }
  }
}
