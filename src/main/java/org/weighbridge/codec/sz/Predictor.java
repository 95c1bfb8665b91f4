package org.weighbridge.codec.sz;

/**
 * Guesses a weight from those decoded before it; only the difference is coded. The order is that of
 * the numbers in files: append only.
 */
public enum Predictor {
  /** Zero. Trained weights are nearly white noise: hard to beat. */
  ZERO {
    @Override
    float predict(float[] decoded, int at) {
      return 0f;
    }
  },
  /** Lorenzo in one dimension: the weight before; zero where there is none or it is not finite. */
  LORENZO {
    @Override
    float predict(float[] decoded, int at) {
      return at > 0 && Float.isFinite(decoded[at - 1]) ? decoded[at - 1] : 0f;
    }
  };

  /** The prediction of value {@code at} from the values before it. */
  abstract float predict(float[] decoded, int at);
}
