package org.weighbridge.codec.index;

import java.util.Arrays;

/**
 * Where the cells of some rows lie: their positions count row by row over the rows and columns of
 * their classes alone.
 *
 * @param columns the columns of each class, ascending
 * @param columnClass the class of each column
 * @param columnPlace the place of each column within its class
 */
@SuppressWarnings("ArrayRecordComponent")
record CellLayout(int[][] columns, byte[] columnClass, int[] columnPlace) {
  static CellLayout of(byte[] columnClass, int classes) {
    int[][] columns = new int[classes][];
    int[] places = new int[columnClass.length];
    for (int b = 0; b < classes; b++) {
      columns[b] = members(columnClass, b, 0, columnClass.length);
      for (int i = 0; i < columns[b].length; i++) {
        places[columns[b][i]] = i;
      }
    }
    return new CellLayout(columns, columnClass, places);
  }

  /** The lines of a class, ascending, of those in a range. */
  static int[] members(byte[] classes, int wanted, int from, int to) {
    int[] members = new int[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (classes[i] == wanted) {
        members[count++] = i;
      }
    }
    return Arrays.copyOf(members, count);
  }
}
