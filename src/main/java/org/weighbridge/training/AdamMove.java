package org.weighbridge.training;

/**
 * A step of {@link Optimizer.Adam}.
 *
 * @param rate with the correction of the mean
 * @param root the correction of the squares' root
 */
record AdamMove(
    float rate, float root, float beta1, float beta2, float epsilon, float decay, float shrink)
    implements Move {

  static AdamMove of(Optimizer.Adam adam, double rate, long update, float decay, float shrink) {
    return new AdamMove(
        (float) (rate / (1 - StrictMath.pow(adam.beta1(), (double) update))),
        (float) (1 / Math.sqrt(1 - StrictMath.pow(adam.beta2(), (double) update))),
        (float) adam.beta1(),
        (float) adam.beta2(),
        (float) adam.epsilon(),
        decay,
        shrink);
  }

  @Override
  public void all(float[] values, float[] gradient, float[][] moments) {
    float[] means = moments[0];
    float[] squares = moments[1];
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i] + decay * values[i];
      float m = beta1 * means[i] + (1 - beta1) * g + FADED - FADED;
      float s = beta2 * squares[i] + (1 - beta2) * (g * g);
      means[i] = m;
      squares[i] = s;
      float moved = values[i] - rate * m / ((float) Math.sqrt(s) * root + epsilon);
      values[i] = Move.shrunk(moved, shrink);
    }
  }

  @Override
  public void some(int[] positions, float[] values, float[] gradient, float[][] moments) {
    float[] means = moments[0];
    float[] squares = moments[1];
    for (int i : positions) {
      float g = gradient[i] + decay * values[i];
      float m = beta1 * means[i] + (1 - beta1) * g + FADED - FADED;
      float s = beta2 * squares[i] + (1 - beta2) * (g * g);
      means[i] = m;
      squares[i] = s;
      float moved = values[i] - rate * m / ((float) Math.sqrt(s) * root + epsilon);
      values[i] = Move.shrunk(moved, shrink);
    }
  }
}
