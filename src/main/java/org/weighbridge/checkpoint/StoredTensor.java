package org.weighbridge.checkpoint;

import java.util.List;

/**
 * Where a tensor lies in a checkpoint.
 *
 * @param name unique within the checkpoint
 * @param type how its numbers are laid out
 * @param typeName the same in the words of the file format, such as {@code BF16} or {@code I64}
 * @param dims the dimensions, outermost first; none for a scalar
 * @param file the index of its file within {@link Checkpoint#files()}
 * @param offset where in the file it begins
 * @param bytes how long it is there
 */
public record StoredTensor(
    String name,
    ElementType type,
    String typeName,
    List<Long> dims,
    int file,
    long offset,
    long bytes) {
  public StoredTensor {
    dims = List.copyOf(dims);
  }

  /** The number of elements. */
  public long size() {
    return dims.stream().reduce(1L, Math::multiplyExact);
  }

  /** Rows of the matrix view: the first dimension; 1 for a scalar. */
  public long rows() {
    return dims.isEmpty() ? 1 : dims.getFirst();
  }

  /** Columns of the matrix view: the product of all dimensions but the first. */
  public long columns() {
    return dims.stream().skip(1).reduce(1L, Math::multiplyExact);
  }

  /** Whether this is a layer's weights: floats of two or more dimensions, more than one of each. */
  public boolean layer() {
    return type.codable() && dims.stream().filter(dim -> dim > 1).count() >= 2;
  }

  public long end() {
    return offset + bytes;
  }
}
