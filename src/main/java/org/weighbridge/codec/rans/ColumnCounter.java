package org.weighbridge.codec.rans;

import java.util.Arrays;

/**
 * Counts the ones of each column of rows of bits, 64 columns at a time: a counter's bits lie in as
 * many words, so that adding a row is a ripple of carries through whole words.
 */
final class ColumnCounter {
  private static final int PLANES = 8;

  /** Rows before a counter of that many bits is full. */
  private static final int FULL = (1 << PLANES) - 1;

  private final int[] counts;
  private final long[][] planes;
  private final long[] carries;
  private int pending;

  ColumnCounter(int columns) {
    counts = new int[columns];
    carries = new long[Math.ceilDiv(columns, Long.SIZE)];
    planes = new long[PLANES][carries.length];
  }

  /** Adds a row; column i is bit i mod 64, the lowest first, of word i / 64. */
  void add(long[] row) {
    System.arraycopy(row, 0, carries, 0, carries.length);
    pending++;
    // after n rows no counter is above n
    for (int p = 0; pending >>> p != 0; p++) {
      addTo(planes[p], carries);
    }
    if (pending == FULL) {
      spill();
    }
  }

  private static void addTo(long[] plane, long[] carries) {
    for (int w = 0; w < plane.length; w++) {
      long before = plane[w];
      plane[w] = before ^ carries[w];
      carries[w] &= before;
    }
  }

  private void spill() {
    for (int p = 0; p < PLANES; p++) {
      long[] plane = planes[p];
      for (int c = 0; c < counts.length; c++) {
        counts[c] += (int) (plane[c >>> 6] >>> c & 1) << p;
      }
      Arrays.fill(plane, 0);
    }
    pending = 0;
  }

  /** The counts so far. */
  int[] counts() {
    spill();
    return counts;
  }
}
