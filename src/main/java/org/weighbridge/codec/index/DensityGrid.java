package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.codec.rans.Marginals;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * Rows and columns of a mask in classes of similar density, and what each cell keeps: the positions
 * of a class of rows in a class of columns.
 *
 * @param rows the class of each row
 * @param columns the class of each column
 * @param cells the cells
 */
@SuppressWarnings("ArrayRecordComponent")
record DensityGrid(byte[] rows, byte[] columns, GridCells cells) {
  /** Classes before any are merged. */
  private static final int FINEST = 24;

  /** A single cell. */
  static DensityGrid one(Mask mask) {
    byte[] rows = new byte[mask.rows()];
    byte[] columns = new byte[mask.columns()];
    return new DensityGrid(
        rows, columns, GridCells.of(rows, columns, new long[][] {{mask.kept()}}, 1));
  }

  /** As many classes as make the estimated code shortest. */
  static DensityGrid of(Mask mask, Progress progress) {
    byte[] rows = new byte[mask.rows()];
    byte[] columns = new byte[mask.columns()];
    var marginals = Marginals.of(mask, progress);
    classify(marginals.rows(), rows);
    classify(marginals.columns(), columns);
    long[][] kept = count(mask, rows, columns, progress);
    return GridMerge.of(GridCells.of(rows, columns, kept, Stripes.small(mask).count()))
        .applyTo(rows, columns);
  }

  /** One class for dead lines; the others are of about the same number of lines. */
  private static void classify(int[] kept, byte[] classes) {
    int[] sorted = kept.clone();
    Arrays.sort(sorted);
    int[] limits = new int[FINEST - 1];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = Math.max(1, sorted[(int) ((long) i * sorted.length / limits.length)]);
    }
    limits[0] = 1;
    for (int i = 0; i < classes.length; i++) {
      int above = 0;
      while (above < limits.length && kept[i] >= limits[above]) {
        above++;
      }
      classes[i] = (byte) above;
    }
  }

  private static long[][] count(Mask mask, byte[] rows, byte[] columns, Progress progress) {
    var stripes = Stripes.small(mask);
    int[][][] counts = new int[stripes.count()][FINEST][FINEST];
    WorkPool.forEach(
        stripes.count(),
        stripe -> {
          int[] kept = mask.roomForColumns();
          for (int r = stripes.from(stripe); r < stripes.to(stripe); r++) {
            progress.check();
            int[] cells = counts[stripe][rows[r]];
            int count = mask.columnsOf(r, kept);
            for (int i = 0; i < count; i++) {
              cells[columns[kept[i]]]++;
            }
          }
        });
    long[][] sums = new long[FINEST][FINEST];
    for (int[][] some : counts) {
      for (int a = 0; a < FINEST; a++) {
        for (int b = 0; b < FINEST; b++) {
          sums[a][b] += some[a][b];
        }
      }
    }
    return sums;
  }
}
