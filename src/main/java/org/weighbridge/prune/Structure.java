package org.weighbridge.prune;

/** Which weights of a layer stay or go together: the units of pruning. */
public sealed interface Structure {
  /** Each weight for itself. */
  record Weights() implements Structure {}

  /** All that one neuron of a fully connected layer or one filter of a convolution is made of. */
  record Neurons(Norm norm) implements Structure {}

  /** All that one input of a fully connected layer or one channel of a convolution goes into. */
  record Inputs(Norm norm) implements Structure {}

  /**
   * Blocks of the layer's matrix as it is stored (first dimension × all others); those at the right
   * and lower edge are smaller when the sizes do not divide.
   *
   * @param rows at least 1
   * @param columns at least 1
   */
  record Blocks(int rows, int columns, Norm norm) implements Structure {
    public Blocks {
      if (rows < 1 || columns < 1) {
        throw new IllegalArgumentException("blocks of " + rows + " × " + columns + " are empty");
      }
    }
  }
}
