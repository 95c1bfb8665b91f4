package org.weighbridge.tensor;

/** Values in the heap. */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equal when they are the same array
record HeldValues(float[] array) implements Values {
  @Override
  public int size() {
    return array.length;
  }

  @Override
  public Block block(int from, int count) {
    return new Block(array, from, from + count);
  }
}
