package org.weighbridge.codec.index;

/**
 * Finds how many classes pay: neighbouring classes of rows or of columns are merged one pair after
 * the other, always the pair that costs least, down to a single cell; the best grid on the way is
 * the result.
 *
 * @param rowClasses the new class of each class of rows
 * @param columnClasses the new class of each class of columns
 * @param cells the cells of the new classes
 */
@SuppressWarnings("ArrayRecordComponent")
record GridMerge(byte[] rowClasses, byte[] columnClasses, GridCells cells) {
  static GridMerge of(GridCells finest) {
    var grid =
        new GridMerge(ascending(finest.rows().length), ascending(finest.columns().length), finest);
    var best = grid;
    double bits = finest.allBits();
    double least = bits;
    while (grid.cells.rows().length > 1 || grid.cells.columns().length > 1) {
      var byColumns = grid.cells.transposed();
      int row = cheapest(grid.cells);
      int column = cheapest(byColumns);
      double rowCost = cost(grid.cells, row);
      double columnCost = cost(byColumns, column);
      grid =
          rowCost <= columnCost
              ? new GridMerge(
                  merged(grid.rowClasses, row), grid.columnClasses, grid.cells.merged(row))
              : new GridMerge(
                  grid.rowClasses,
                  merged(grid.columnClasses, column),
                  byColumns.merged(column).transposed());
      bits += Math.min(rowCost, columnCost);
      if (bits <= least) {
        least = bits;
        best = grid;
      }
    }
    return best;
  }

  private static byte[] ascending(int classes) {
    byte[] numbers = new byte[classes];
    for (int i = 0; i < classes; i++) {
      numbers[i] = (byte) i;
    }
    return numbers;
  }

  private static int cheapest(GridCells cells) {
    int best = 0;
    for (int a = 1; a < cells.rows().length - 1; a++) {
      best = cells.costOfMerging(a) < cells.costOfMerging(best) ? a : best;
    }
    return best;
  }

  private static double cost(GridCells cells, int rowClass) {
    return cells.rows().length == 1 ? Double.POSITIVE_INFINITY : cells.costOfMerging(rowClass);
  }

  private static byte[] merged(byte[] classes, int at) {
    byte[] merged = classes.clone();
    for (int i = 0; i < merged.length; i++) {
      merged[i] -= (byte) (merged[i] > at ? 1 : 0);
    }
    return merged;
  }

  /** The grid of lines whose class of the finest grid is given; the arrays are changed. */
  DensityGrid applyTo(byte[] rows, byte[] columns) {
    for (int r = 0; r < rows.length; r++) {
      rows[r] = rowClasses[rows[r]];
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = columnClasses[columns[c]];
    }
    return new DensityGrid(rows, columns, cells);
  }
}
