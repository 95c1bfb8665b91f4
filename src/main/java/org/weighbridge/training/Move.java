package org.weighbridge.training;

/**
 * One step of an optimizer with its rate of that step, for all numbers of a parameter or for the
 * kept ones. The loops are plain ones over whole arrays, which HotSpot turns into vector code, and
 * run on one thread: the bits never depend on how work is shared.
 */
public interface Move {
  /**
   * Where a fading memory ends: below it, arithmetic would slow down a hundredfold (subnormals).
   */
  float FADED = 1e-30f;

  /**
   * Moves everything.
   *
   * @param moments what the optimizer remembers, changed
   */
  void all(float[] values, float[] gradient, float[][] moments);

  /** Moves some positions and leaves all others alone. */
  void some(int[] positions, float[] values, float[] gradient, float[][] moments);

  /**
   * The step of an optimizer.
   *
   * @param update counted from 1 since its memory was empty
   * @param pull what pulls the parameter to zero
   */
  static Move of(Optimizer optimizer, double rate, long update, Regularization pull) {
    float decay = (float) pull.l2();
    float shrink = (float) (rate * pull.l1());
    return switch (optimizer) {
      case Optimizer.Sgd sgd -> SgdMove.of(sgd, (float) rate, decay, shrink);
      case Optimizer.Adam adam -> AdamMove.of(adam, rate, update, decay, shrink);
    };
  }

  /** Brings a value nearer to zero, at most onto it; never -0. */
  static float shrunk(float value, float by) {
    return value - Math.max(-by, Math.min(by, value)) + 0f;
  }
}
