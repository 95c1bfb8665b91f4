package org.weighbridge.codec.entropy;

import org.weighbridge.tensor.Mask;

/** How many weights each row and each column of a layer keeps. */
@SuppressWarnings("ArrayRecordComponent")
record Densities(int[] keptInRow, int[] keptInColumn, int kept) {
  /** One kept weight per so many columns counts as 1. */
  private static final long UNIT = 1 << 10;

  static Densities of(Mask mask, int[] positions) {
    int[] rows = new int[mask.rows()];
    int[] columns = new int[mask.columns()];
    for (int position : positions) {
      rows[position / columns.length]++;
      columns[position % columns.length]++;
    }
    return new Densities(rows, columns, positions.length);
  }

  /**
   * The probability that a column of a row is kept if rows and columns have nothing to do with each
   * other, in units of 1 / 2^10; can exceed 1.
   */
  int expected(int rowKept, int column) {
    return (int)
        Math.min(
            Integer.MAX_VALUE,
            UNIT
                * rowKept
                / keptInColumn.length
                * keptInColumn[column]
                * keptInColumn.length
                / kept);
  }
}
