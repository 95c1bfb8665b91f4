package org.weighbridge.container.stream;

/**
 * Bytes of a file that a record holds: some weights of a coded tensor, or what lies between them.
 *
 * @param index its number, from 0: pieces are in the order of files and offsets
 * @param file the index of the file
 * @param offset where in the file it begins
 * @param length in bytes, at least 1
 * @param tensor the index of the tensor; negative when it is of none
 * @param first the first element within the tensor
 * @param rows rows of the block
 * @param columns columns of the block: of the tensor, or less where rows are cut
 */
public record Piece(
    int index, int file, long offset, int length, int tensor, long first, int rows, int columns) {
  /** Whether it holds weights of a tensor that is to be coded. */
  public boolean ofTensor() {
    return tensor >= 0;
  }

  /** The number of weights. */
  public int weights() {
    return rows * columns;
  }
}
