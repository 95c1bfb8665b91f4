package org.weighbridge.codec.rans;

import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * How many weights each row and each column of a mask keeps.
 *
 * @param rows kept weights of each row
 * @param columns kept weights of each column
 */
@SuppressWarnings("ArrayRecordComponent")
public record Marginals(int[] rows, int[] columns) {
  public static Marginals of(Mask mask, Progress progress) {
    var stripes = Stripes.small(mask);
    int[] rows = new int[mask.rows()];
    int[][] columns = new int[stripes.count()][];
    WorkPool.forEach(
        stripes.count(),
        stripe -> {
          var counter = new ColumnCounter(mask.columns());
          long[] row = new long[Math.ceilDiv(mask.columns(), Long.SIZE)];
          for (int r = stripes.from(stripe); r < stripes.to(stripe); r++) {
            progress.check();
            rows[r] = mask.row(r, row);
            counter.add(row);
          }
          int[] counts = counter.counts();
          columns[stripe] = counts;
        });
    int[] sums = columns[0];
    for (int stripe = 1; stripe < columns.length; stripe++) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += columns[stripe][c];
      }
    }
    return new Marginals(rows, sums);
  }
}
