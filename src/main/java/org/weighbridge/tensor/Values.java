package org.weighbridge.tensor;

/** Where the values of a tensor are. Two are equal when they are the same memory. */
sealed interface Values permits HeldValues, StoredValues {
  int size();

  /** All of them in the heap; never written to. */
  float[] array();

  /** Some of them. */
  Block block(int from, int count);
}
