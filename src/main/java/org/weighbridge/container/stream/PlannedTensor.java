package org.weighbridge.container.stream;

import java.util.List;

/**
 * A tensor that is coded.
 *
 * @param name for people, unique in the file
 * @param type how its numbers are laid out: 0 float32, 1 float16, 2 bfloat16
 * @param file the index of its file
 * @param offset where in the file it begins
 * @param dims the dimensions, outermost first
 * @param codec the id of its codec, options included
 * @param setting what was asked of the codec, as people type it
 */
public record PlannedTensor(
    String name, int type, int file, long offset, List<Long> dims, String codec, String setting) {
  private static final int[] WIDTHS = {4, 2, 2};

  /** How many types there are. */
  static final int TYPES = WIDTHS.length;

  public PlannedTensor {
    dims = List.copyOf(dims);
  }

  /** Bytes of an element. */
  public int width() {
    return WIDTHS[type];
  }

  /**
   * The number of elements.
   *
   * @throws ArithmeticException when there are too many to count
   */
  public long size() {
    return dims.stream().reduce(1L, Math::multiplyExact);
  }

  /** Rows of the matrix view: the first dimension; 1 for a scalar. */
  public long rows() {
    return dims.isEmpty() ? 1 : dims.getFirst();
  }

  /** Columns of the matrix view: the product of the others. */
  public long columns() {
    return dims.stream().skip(1).reduce(1L, Math::multiplyExact);
  }

  /**
   * Where in its file it ends.
   *
   * @throws ArithmeticException when that is nowhere
   */
  public long end() {
    return Math.addExact(offset, Math.multiplyExact(size(), width()));
  }
}
