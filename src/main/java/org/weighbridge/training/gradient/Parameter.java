package org.weighbridge.training.gradient;

import org.weighbridge.tensor.Shape;

/**
 * A float32 constant of a graph that training moves.
 *
 * @param name the constant's name in the graph; the name of its {@code LayerId} where it is a layer
 *     or a small tensor
 * @param role what it does
 */
public record Parameter(String name, Shape shape, Role role) {
  /** What a parameter does, and so what may happen to it. */
  public enum Role {
    /** Multiplies inputs: is pruned and regularised. */
    WEIGHT,
    /** A bias, or scale and offset of a normalization: only moved. */
    OFFSET,
    /**
     * A running mean or variance of a normalization: has no gradient; follows the batches by an
     * exponential average.
     */
    STATISTIC
  }
}
