package org.weighbridge.prune;

import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Every weight is a unit. */
record SingleWeights(Tensor tensor) implements Units {
  @Override
  public float[] sizes() {
    return tensor.values();
  }

  @Override
  public int weights(int unit) {
    return 1;
  }

  @Override
  public Shape shape() {
    return tensor.shape();
  }

  /** {@inheritDoc} Zeros are never among the largest. */
  @Override
  public Mask weights(Mask kept) {
    return kept;
  }
}
