package org.weighbridge.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/**
 * Float32 values in row-major order and their shape.
 *
 * <p>A value: whoever holds a tensor reads it and never writes to it. The memory is shared, not
 * copied, because layers reach hundreds of megabytes. Two tensors are equal when their shapes are
 * and their values are the same memory, whatever it holds: comparing costs nothing.
 *
 * <p>The values of a {@linkplain #stored stored} tensor are outside the heap. Who looks at every
 * value of many tensors takes them {@linkplain #block block by block}, so that the heap needs no
 * room for them; who works on one tensor again and again asks for its {@link #values} once.
 */
public final class Tensor {
  /** A good number of values for one {@link #block}. */
  public static final int BLOCK = 1 << 16;

  private final Shape shape;
  private final Values values;

  /**
   * A tensor in the heap.
   *
   * @param shape the dimensions
   * @param values {@code shape.size()} values, row-major
   */
  public Tensor(Shape shape, float[] values) {
    this(shape, new HeldValues(values));
  }

  private Tensor(Shape shape, Values values) {
    if (shape.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " values for shape " + shape);
    }
    this.shape = shape;
    this.values = values;
  }

  public static Tensor of(Shape shape, float... values) {
    return new Tensor(shape, values);
  }

  /**
   * A tensor outside the heap.
   *
   * @param memory {@code shape.size()} float32 values, row-major and little-endian, aligned or not;
   *     nobody changes or frees it as long as the tensor is in use
   */
  public static Tensor stored(Shape shape, MemorySegment memory) {
    return new Tensor(shape, new StoredValues(memory));
  }

  public Shape shape() {
    return shape;
  }

  public int size() {
    return values.size();
  }

  /**
   * All values. Of a stored tensor they are read where they are not at hand, and let go of when
   * memory is short: hold on to the array as long as it is needed.
   *
   * @throws org.weighbridge.fault.Fault when the file that a stored tensor is in became shorter
   */
  public float[] values() {
    return values.array();
  }

  /**
   * Some values: of a tensor in the heap without copying, of a stored one without keeping.
   *
   * @param from the index of the first
   * @throws org.weighbridge.fault.Fault as {@link #values}
   */
  public Block block(int from, int count) {
    Objects.checkFromIndexSize(from, count, size());
    return values.block(from, count);
  }

  /** The memory of a stored tensor, little-endian and read-only; empty for one in the heap. */
  public Optional<MemorySegment> memory() {
    return values instanceof StoredValues stored ? Optional.of(stored.memory()) : Optional.empty();
  }

  /** The number of values that are not zero; NaN counts, -0.0 does not. */
  public int nonZeros() {
    int count = 0;
    for (int from = 0; from < size(); from += BLOCK) {
      count += nonZeros(block(from, Math.min(BLOCK, size() - from)));
    }
    return count;
  }

  private static int nonZeros(Block block) {
    float[] values = block.values();
    int count = 0;
    for (int i = block.begin(); i < block.end(); i++) {
      if (values[i] != 0f) {
        count++;
      }
    }
    return count;
  }

  /** The fraction of values that are zero, 0 to 1; 0 for an empty tensor. */
  public double sparsity() {
    return size() == 0 ? 0 : 1 - (double) nonZeros() / size();
  }

  /**
   * Whether both have the same shape and the same bits, NaN payloads and signs of zero included.
   */
  public boolean sameBits(Tensor other) {
    if (equals(other)) {
      return true;
    }
    if (!shape.equals(other.shape)) {
      return false;
    }
    for (int from = 0; from < size(); from += BLOCK) {
      int count = Math.min(BLOCK, size() - from);
      if (!sameBits(block(from, count), other.block(from, count))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameBits(Block one, Block other) {
    for (int i = one.begin(), j = other.begin(); i < one.end(); i++, j++) {
      if (Float.floatToRawIntBits(one.values()[i]) != Float.floatToRawIntBits(other.values()[j])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && values.equals(tensor.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, values);
  }

  @Override
  public String toString() {
    return "Tensor[" + shape + "]";
  }
}
