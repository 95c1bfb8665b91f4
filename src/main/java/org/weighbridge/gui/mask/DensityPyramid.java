package org.weighbridge.gui.mask;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.tensor.Tensor;

/**
 * A matrix of weights at ever coarser resolutions: how many are kept and the extreme value in each
 * square cell. Each level's cells have twice the side of the level before; the finest stored one
 * has cells of 4 by 4, for below that the weights themselves are quick enough to read.
 */
final class DensityPyramid {
  private final Values values;
  private final int rows;
  private final int columns;
  private final List<Level> levels;
  private final float scale;
  private final float topDensity;

  /**
   * One resolution.
   *
   * @param shift binary logarithm of the side of a cell in weights
   * @param kept number of kept weights in each cell, row-major
   * @param extreme weight of largest magnitude in each cell, 0 where none is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // shared with the one reader
  record Level(int shift, int rows, int columns, int[] kept, float[] extreme) {
    static Level of(int shift, int rows, int columns) {
      int cellRows = Math.max(1, (rows + (1 << shift) - 1) >> shift);
      int cellColumns = Math.max(1, (columns + (1 << shift) - 1) >> shift);
      int size = cellRows * cellColumns;
      return new Level(shift, cellRows, cellColumns, new int[size], new float[size]);
    }

    /** Adds what is known of a part of a cell. */
    void add(int cell, int count, float value) {
      kept[cell] += count;
      extreme[cell] = larger(extreme[cell], value);
    }
  }

  private DensityPyramid(Values values, List<Level> levels, float scale) {
    this.values = values;
    this.rows = values.shape().rows();
    this.columns = values.shape().columns();
    this.levels = levels;
    this.scale = scale;
    this.topDensity = TopDensity.of(this);
  }

  /** Of the weights themselves. */
  static DensityPyramid of(Tensor tensor) {
    return of(Values.of(tensor));
  }

  /** Reads every value once; the rows are shared out to the pool. */
  static DensityPyramid of(Values values) {
    int rows = values.shape().rows();
    int columns = values.shape().columns();
    var first = new FirstLevel(values);
    first.fill();
    var levels = new ArrayList<Level>();
    levels.add(first.level());
    while (levels.getLast().rows > 1 || levels.getLast().columns > 1) {
      Level fine = levels.getLast();
      Level coarse = Level.of(fine.shift + 1, rows, columns);
      for (int row = 0; row < fine.rows; row++) {
        for (int column = 0; column < fine.columns; column++) {
          int from = row * fine.columns + column;
          coarse.add(
              (row >> 1) * coarse.columns + (column >> 1), fine.kept[from], fine.extreme[from]);
        }
      }
      levels.add(coarse);
    }
    return new DensityPyramid(values, List.copyOf(levels), (float) (3 * first.rootMeanSquare()));
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  List<Level> levels() {
    return levels;
  }

  /** The number of kept weights; NaN counts, -0.0 does not. */
  int kept() {
    return levels.getLast().kept[0];
  }

  /**
   * The magnitude with the full colour: three times the root mean square of the kept weights; 0
   * when none is kept.
   */
  float scale() {
    return scale;
  }

  /** The density with the brightest colour. */
  float topDensity() {
    return topDensity;
  }

  float weight(int row, int column) {
    return values.at(row * columns + column);
  }

  /**
   * The fraction of kept weights in a block.
   *
   * @param level of {@link #levels()}, or -1 to read the weights; block edges are widened to cells
   */
  float density(int level, int fromRow, int toRow, int fromColumn, int toColumn) {
    int count = 0;
    if (level < 0) {
      for (int row = fromRow; row < toRow; row++) {
        for (int i = row * columns + fromColumn; i < row * columns + toColumn; i++) {
          count += values.at(i) != 0f ? 1 : 0;
        }
      }
      return (float) count / ((toRow - fromRow) * (toColumn - fromColumn));
    }
    Level cells = levels.get(level);
    int lastRow = (toRow - 1) >> cells.shift;
    int lastColumn = (toColumn - 1) >> cells.shift;
    for (int row = fromRow >> cells.shift; row <= lastRow; row++) {
      for (int column = fromColumn >> cells.shift; column <= lastColumn; column++) {
        count += cells.kept[row * cells.columns + column];
      }
    }
    return (float) count
        / (covered(fromRow, lastRow, cells.shift, rows)
            * covered(fromColumn, lastColumn, cells.shift, columns));
  }

  /** The weight of largest magnitude in a block; parameters as of {@link #density}. */
  float extreme(int level, int fromRow, int toRow, int fromColumn, int toColumn) {
    float extreme = 0;
    if (level < 0) {
      for (int row = fromRow; row < toRow; row++) {
        for (int i = row * columns + fromColumn; i < row * columns + toColumn; i++) {
          extreme = larger(extreme, values.at(i));
        }
      }
      return extreme;
    }
    Level cells = levels.get(level);
    int lastRow = (toRow - 1) >> cells.shift;
    int lastColumn = (toColumn - 1) >> cells.shift;
    for (int row = fromRow >> cells.shift; row <= lastRow; row++) {
      for (int column = fromColumn >> cells.shift; column <= lastColumn; column++) {
        extreme = larger(extreme, cells.extreme[row * cells.columns + column]);
      }
    }
    return extreme;
  }

  /** The one of larger magnitude; NaN wins, for it must be seen. */
  static float larger(float a, float b) {
    return Float.isNaN(a) || Math.abs(a) >= Math.abs(b) ? a : b;
  }

  /** Rows or columns of the matrix under the cells from that of {@code from} to {@code last}. */
  private static int covered(int from, int last, int shift, int size) {
    return Math.min(size, (last + 1) << shift) - (from >> shift << shift);
  }
}
