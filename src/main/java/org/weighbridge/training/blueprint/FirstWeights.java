package org.weighbridge.training.blueprint;

import org.weighbridge.dataset.digits.SplitMix;

/** Random weights to begin with, a stream of numbers per tensor. */
final class FirstWeights {
  private static final int STREAM = 0x4000;

  private final long seed;
  private int tensors;

  FirstWeights(long seed) {
    this.seed = seed;
  }

  /**
   * In front of rectified linear units: normal, variance 2 / fan-in (He et al., <a
   * href="https://arxiv.org/abs/1502.01852">Delving Deep into Rectifiers</a>, 2015).
   */
  float[] rectified(int count, int fanIn) {
    SplitMix random = SplitMix.of(seed, STREAM, tensors++);
    double deviation = Math.sqrt(2.0 / fanIn);
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (deviation * random.normal());
    }
    return weights;
  }

  /**
   * Elsewhere: uniform within ± √(6 / (fan-in + fan-out)) (Glorot and Bengio, Understanding the
   * Difficulty of Training Deep Feedforward Neural Networks, 2010).
   */
  float[] linear(int count, int fanIn, int fanOut) {
    SplitMix random = SplitMix.of(seed, STREAM, tensors++);
    double limit = Math.sqrt(6.0 / (fanIn + fanOut));
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) random.uniform(-limit, limit);
    }
    return weights;
  }
}
