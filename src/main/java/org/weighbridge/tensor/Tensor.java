package org.weighbridge.tensor;

/**
 * Float32 values in row-major order and their shape.
 *
 * <p>A value: whoever holds a tensor reads {@link #values()} and never writes to it. The array is
 * shared, not copied, because layers reach hundreds of megabytes.
 *
 * @param shape the dimensions
 * @param values {@code shape.size()} values, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose; equality is sameBits
public record Tensor(Shape shape, float[] values) {
  public Tensor {
    if (shape.size() != values.length) {
      throw new IllegalArgumentException(values.length + " values for shape " + shape);
    }
  }

  public static Tensor of(Shape shape, float... values) {
    return new Tensor(shape, values);
  }

  public int size() {
    return values.length;
  }

  /** The number of values that are not zero; NaN counts, -0.0 does not. */
  public int nonZeros() {
    int count = 0;
    for (float value : values) {
      if (value != 0f) {
        count++;
      }
    }
    return count;
  }

  /** The fraction of values that are zero, 0 to 1; 0 for an empty tensor. */
  public double sparsity() {
    return values.length == 0 ? 0 : 1 - (double) nonZeros() / values.length;
  }

  /**
   * Whether both have the same shape and the same bits, NaN payloads and signs of zero included.
   */
  public boolean sameBits(Tensor other) {
    if (!shape.equals(other.shape)) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (Float.floatToRawIntBits(values[i]) != Float.floatToRawIntBits(other.values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Tensor[" + shape + "]";
  }
}
