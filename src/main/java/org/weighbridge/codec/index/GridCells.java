package org.weighbridge.codec.index;

/**
 * The cells of a grid and what they cost.
 *
 * @param rows the number of rows in each class
 * @param columns the number of columns in each class
 * @param kept kept weights of each cell, by class of rows, then of columns
 * @param bits estimated bits of each cell
 * @param overhead bits of a cell that is not empty, beside its gaps
 */
@SuppressWarnings("ArrayRecordComponent")
record GridCells(long[] rows, long[] columns, long[][] kept, double[][] bits, double overhead) {
  /** Bits for the density of a cell. */
  private static final double LEVEL = 5;

  /** Bits for the number of tokens of a cell in one stripe. */
  private static final double COUNT = 8;

  static GridCells of(byte[] rows, byte[] columns, long[][] kept, int stripes) {
    long[] rowSizes = sizes(rows, kept.length);
    long[] columnSizes = sizes(columns, kept[0].length);
    double overhead = LEVEL + COUNT * stripes;
    double[][] bits = new double[rowSizes.length][columnSizes.length];
    for (int a = 0; a < bits.length; a++) {
      for (int b = 0; b < bits[a].length; b++) {
        bits[a][b] = cell(kept[a][b], rowSizes[a] * columnSizes[b], overhead);
      }
    }
    return new GridCells(rowSizes, columnSizes, kept, bits, overhead);
  }

  private static long[] sizes(byte[] lines, int classes) {
    long[] sizes = new long[classes];
    for (byte line : lines) {
      sizes[line]++;
    }
    return sizes;
  }

  /** The entropy of independent positions and the overhead. */
  private static double cell(long kept, long all, double overhead) {
    return kept == 0 ? 1 : overhead + xlog2(all) - xlog2(kept) - xlog2(all - kept);
  }

  private static double xlog2(long x) {
    return x == 0 ? 0 : x * StrictMath.log((double) x) / StrictMath.log(2);
  }

  /** All cells, and the classes of the lines. */
  double allBits() {
    double all = lines(rows) + lines(columns);
    for (double[] row : bits) {
      for (double cell : row) {
        all += cell;
      }
    }
    return all;
  }

  private static double lines(long[] sizes) {
    long all = 0;
    double bits = 0;
    for (long size : sizes) {
      all += size;
      bits -= xlog2(size);
    }
    return bits + xlog2(all);
  }

  /** What it costs to merge a class of rows with the next one. */
  double costOfMerging(int rowClass) {
    long one = rows[rowClass];
    long other = rows[rowClass + 1];
    double cost = xlog2(one) + xlog2(other) - xlog2(one + other);
    for (int b = 0; b < columns.length; b++) {
      cost += mergedCell(rowClass, b) - bits[rowClass][b] - bits[rowClass + 1][b];
    }
    return cost;
  }

  private double mergedCell(int a, int b) {
    return cell(kept[a][b] + kept[a + 1][b], (rows[a] + rows[a + 1]) * columns[b], overhead);
  }

  /** The grid with a class of rows merged with the next one. */
  GridCells merged(int rowClass) {
    int fewer = rows.length - 1;
    long[] mergedRows = new long[fewer];
    long[][] mergedKept = new long[fewer][];
    double[][] mergedBits = new double[fewer][];
    for (int a = 0; a < fewer; a++) {
      int from = a > rowClass ? a + 1 : a;
      mergedRows[a] = rows[from];
      mergedKept[a] = kept[from].clone();
      mergedBits[a] = bits[from].clone();
    }
    mergedRows[rowClass] += rows[rowClass + 1];
    for (int b = 0; b < columns.length; b++) {
      mergedKept[rowClass][b] += kept[rowClass + 1][b];
      mergedBits[rowClass][b] = mergedCell(rowClass, b);
    }
    return new GridCells(mergedRows, columns, mergedKept, mergedBits, overhead);
  }

  /** Rows and columns exchanged. */
  GridCells transposed() {
    long[][] turnedKept = new long[columns.length][rows.length];
    double[][] turnedBits = new double[columns.length][rows.length];
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < columns.length; b++) {
        turnedKept[b][a] = kept[a][b];
        turnedBits[b][a] = bits[a][b];
      }
    }
    return new GridCells(columns, rows, turnedKept, turnedBits, overhead);
  }
}
