package org.weighbridge.codec.zfp;

/**
 * An array cut into blocks of 4 (a vector) or 4 × 4 (a matrix), row by row. Blocks at the end that
 * are not full are filled up by repeating values: of four places, the second and third take the
 * value before, the fourth takes the first.
 *
 * @param rows of a matrix in row-major order; 1 for a vector
 * @param columns length of a row
 * @param dimensions 1 or 2
 */
record Grid(int rows, int columns, int dimensions) {
  static final int SIDE = 4;

  static Grid vector(int size) {
    return new Grid(1, size, 1);
  }

  static Grid matrix(int rows, int columns) {
    return new Grid(rows, columns, 2);
  }

  int size() {
    return rows * columns;
  }

  int blocks() {
    return Math.ceilDiv(columns, SIDE) * (dimensions == 1 ? rows : Math.ceilDiv(rows, SIDE));
  }

  private int blocksPerRow() {
    return Math.ceilDiv(columns, SIDE);
  }

  private int height(int row) {
    return dimensions == 1 ? 1 : Math.min(SIDE, rows - row);
  }

  /** Reads a block. */
  void gather(float[] values, int block, float[] into) {
    int row = block / blocksPerRow() * SIDE;
    int column = block % blocksPerRow() * SIDE;
    int width = Math.min(SIDE, columns - column);
    int height = height(row);
    for (int y = 0; y < height; y++) {
      System.arraycopy(values, (row + y) * columns + column, into, SIDE * y, width);
      pad(into, SIDE * y, 1, width);
    }
    for (int x = 0; x < SIDE && dimensions == 2; x++) {
      pad(into, x, SIDE, height);
    }
  }

  private static void pad(float[] block, int at, int stride, int filled) {
    if (filled < 2) {
      block[at + stride] = block[at];
    }
    if (filled < 3) {
      block[at + 2 * stride] = block[at + stride];
    }
    if (filled < SIDE) {
      block[at + 3 * stride] = block[at];
    }
  }

  /** Writes a block. */
  void scatter(float[] block, int number, float[] into) {
    int row = number / blocksPerRow() * SIDE;
    int column = number % blocksPerRow() * SIDE;
    int width = Math.min(SIDE, columns - column);
    for (int y = 0; y < height(row); y++) {
      System.arraycopy(block, SIDE * y, into, (row + y) * columns + column, width);
    }
  }
}
