package org.weighbridge.gui.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Tensor;

/**
 * A matrix of weights at ever coarser resolutions: how many are kept and the extreme value in each
 * square cell. Each level's cells have twice the side of the level before; the finest stored one
 * has cells of 4 by 4, for below that the weights themselves are quick enough to read.
 */
final class DensityPyramid {
  private static final int FIRST_SHIFT = 2;
  private static final int STRIPE = 64;
  private static final int OVERVIEW = 96;
  private static final float[] TOPS = {0.01f, 0.02f, 0.05f, 0.1f, 0.2f, 0.4f, 0.6f, 0.8f};

  private final float[] weights;
  private final int rows;
  private final int columns;
  private final List<Level> levels;
  private final long kept;
  private final float scale;
  private final float topDensity;

  /**
   * One resolution.
   *
   * @param shift binary logarithm of the side of a cell in weights
   * @param density kept weights of each cell as a fraction of the weights it covers, row-major
   * @param extreme weight of largest magnitude in each cell, 0 where none is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // shared with the one reader
  record Level(int shift, int rows, int columns, float[] density, float[] extreme) {}

  private DensityPyramid(Tensor tensor, List<Level> levels, long kept, float scale) {
    this.weights = tensor.values();
    this.rows = tensor.shape().rows();
    this.columns = tensor.shape().columns();
    this.levels = levels;
    this.kept = kept;
    this.scale = scale;
    this.topDensity = topDensity(levels);
  }

  /** Reads every weight once; the rows are shared out to the pool. */
  static DensityPyramid of(Tensor tensor) {
    int rows = tensor.shape().rows();
    int columns = tensor.shape().columns();
    var levels = new ArrayList<Level>();
    Level first = empty(FIRST_SHIFT, rows, columns);
    int stripes = (first.rows + STRIPE - 1) / STRIPE;
    long[] kept = new long[stripes];
    double[] squares = new double[stripes];
    WorkPool.forEach(
        stripes,
        stripe -> {
          int from = stripe * STRIPE;
          int to = Math.min(first.rows, from + STRIPE);
          for (int row = from; row < to; row++) {
            fillFirst(first, row, tensor);
          }
          int end = Math.min(rows, to << FIRST_SHIFT) * columns;
          for (int i = (from << FIRST_SHIFT) * columns; i < end; i++) {
            float value = tensor.values()[i];
            if (value != 0f) {
              kept[stripe]++;
              squares[stripe] += Float.isFinite(value) ? (double) value * value : 0;
            }
          }
        });
    levels.add(first);
    while (levels.getLast().rows > 1 || levels.getLast().columns > 1) {
      levels.add(coarser(levels.getLast(), rows, columns));
    }
    long count = 0;
    double sum = 0;
    for (int i = 0; i < stripes; i++) {
      count += kept[i];
      sum += squares[i];
    }
    float scale = count == 0 ? 1 : (float) (3 * Math.sqrt(sum / count));
    return new DensityPyramid(tensor, List.copyOf(levels), count, scale > 0 ? scale : 1);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** The number of kept weights; NaN counts, -0.0 does not. */
  long kept() {
    return kept;
  }

  /** The magnitude with the full colour: three times the root mean square of the kept weights. */
  float scale() {
    return scale;
  }

  /**
   * The density with the brightest colour: a round number that few blocks of the whole matrix
   * exceed, so that the picture of a layer with 5 % of its weights left is not one dark field.
   */
  float topDensity() {
    return topDensity;
  }

  float weight(int row, int column) {
    return weights[row * columns + column];
  }

  List<Level> levels() {
    return levels;
  }

  /**
   * The fraction of kept weights in a block.
   *
   * @param level of {@link #levels()}, or -1 to read the weights; block edges are widened to cells
   */
  float density(int level, int fromRow, int toRow, int fromColumn, int toColumn) {
    if (level < 0) {
      int count = 0;
      for (int row = fromRow; row < toRow; row++) {
        for (int i = row * columns + fromColumn; i < row * columns + toColumn; i++) {
          if (weights[i] != 0f) {
            count++;
          }
        }
      }
      return (float) count / ((toRow - fromRow) * (toColumn - fromColumn));
    }
    Level cells = levels.get(level);
    int side = 1 << cells.shift;
    double sum = 0;
    int count = 0;
    for (int row = fromRow >> cells.shift; row <= (toRow - 1) >> cells.shift; row++) {
      for (int col = fromColumn >> cells.shift; col <= (toColumn - 1) >> cells.shift; col++) {
        // cells at the edge cover fewer weights and count for less
        int area = Math.min(side, rows - row * side) * Math.min(side, columns - col * side);
        sum += (double) cells.density[row * cells.columns + col] * area;
        count += area;
      }
    }
    return (float) (sum / count);
  }

  /** The weight of largest magnitude in a block, as {@link #density}. */
  float extreme(int level, int fromRow, int toRow, int fromColumn, int toColumn) {
    float[] values = level < 0 ? weights : levels.get(level).extreme;
    int shift = level < 0 ? 0 : levels.get(level).shift;
    int stride = level < 0 ? columns : levels.get(level).columns;
    float extreme = 0;
    for (int row = fromRow >> shift; row <= (toRow - 1) >> shift; row++) {
      for (int col = fromColumn >> shift; col <= (toColumn - 1) >> shift; col++) {
        extreme = larger(extreme, values[row * stride + col]);
      }
    }
    return extreme;
  }

  private static float topDensity(List<Level> levels) {
    Level overview = levels.getFirst();
    for (Level level : levels) {
      if (Math.max(level.rows, level.columns) >= OVERVIEW) {
        overview = level;
      }
    }
    float[] sorted = overview.density.clone();
    Arrays.sort(sorted);
    float high = sorted[(int) (0.995 * (sorted.length - 1))];
    for (float top : TOPS) {
      if (high <= top) {
        return top;
      }
    }
    return 1;
  }

  private static Level empty(int shift, int rows, int columns) {
    int side = 1 << shift;
    int cellRows = Math.max(1, (rows + side - 1) >> shift);
    int cellColumns = Math.max(1, (columns + side - 1) >> shift);
    int size = cellRows * cellColumns;
    return new Level(shift, cellRows, cellColumns, new float[size], new float[size]);
  }

  private static void fillFirst(Level level, int cellRow, Tensor tensor) {
    float[] values = tensor.values();
    int columns = tensor.shape().columns();
    int fromRow = cellRow << FIRST_SHIFT;
    int toRow = Math.min(tensor.shape().rows(), fromRow + (1 << FIRST_SHIFT));
    for (int cell = 0; cell < level.columns; cell++) {
      int from = cell << FIRST_SHIFT;
      int to = Math.min(columns, from + (1 << FIRST_SHIFT));
      int count = 0;
      float extreme = 0;
      for (int row = fromRow; row < toRow; row++) {
        for (int i = row * columns + from; i < row * columns + to; i++) {
          float value = values[i];
          if (value != 0f) {
            count++;
            extreme = larger(extreme, value);
          }
        }
      }
      int at = cellRow * level.columns + cell;
      level.density[at] = (float) count / Math.max(1, (toRow - fromRow) * (to - from));
      level.extreme[at] = extreme;
    }
  }

  private static Level coarser(Level fine, int rows, int columns) {
    Level level = empty(fine.shift + 1, rows, columns);
    int side = 1 << fine.shift;
    for (int row = 0; row < level.rows; row++) {
      for (int column = 0; column < level.columns; column++) {
        double sum = 0;
        int count = 0;
        float extreme = 0;
        for (int r = 2 * row; r < Math.min(fine.rows, 2 * row + 2); r++) {
          for (int c = 2 * column; c < Math.min(fine.columns, 2 * column + 2); c++) {
            int area = Math.min(side, rows - r * side) * Math.min(side, columns - c * side);
            sum += (double) fine.density[r * fine.columns + c] * area;
            count += area;
            extreme = larger(extreme, fine.extreme[r * fine.columns + c]);
          }
        }
        int at = row * level.columns + column;
        level.density[at] = (float) (sum / Math.max(1, count));
        level.extreme[at] = extreme;
      }
    }
    return level;
  }

  /** The one of larger magnitude; NaN wins, for it must be seen. */
  private static float larger(float a, float b) {
    return Float.isNaN(a) || Math.abs(a) >= Math.abs(b) ? a : b;
  }
}
