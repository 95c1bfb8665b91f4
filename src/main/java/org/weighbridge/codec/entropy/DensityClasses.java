package org.weighbridge.codec.entropy;

import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.codec.rans.Marginals;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * Kept weights by how dense their row and column are: where magnitude pruning keeps much, weights
 * are large. The classes follow from the mask alone, so that the decoder knows them.
 */
final class DensityClasses {
  /** There are that many classes, each of about the same number of weights. */
  static final int COUNT = 8;

  /** Rows and columns with fewer weights than this tell nothing. */
  private static final int FEW = 16;

  /** Steps of a logarithmic level per factor of 2, and of all that an int can count. */
  private static final int STEPS = 4;

  private static final int LEVELS = 31 * STEPS;

  private DensityClasses() {}

  /** The class of each kept weight, in their order. */
  static byte[] of(Mask mask, Progress progress) {
    byte[] classes = new byte[mask.kept()];
    if (classes.length == mask.size() || mask.rows() < FEW || mask.columns() < FEW) {
      return classes;
    }
    var kept = Marginals.of(mask, progress);
    byte[] rowLevels = levels(kept.rows());
    byte[] columnLevels = levels(kept.columns());
    byte[] classOf =
        classes(weights(kept.rows(), rowLevels), weights(kept.columns(), columnLevels));
    var stripes = Stripes.small(mask);
    int[] firsts = new int[stripes.count()];
    for (int stripe = 1; stripe < firsts.length; stripe++) {
      firsts[stripe] = firsts[stripe - 1];
      for (int r = stripes.from(stripe - 1); r < stripes.to(stripe - 1); r++) {
        firsts[stripe] += kept.rows()[r];
      }
    }
    WorkPool.forEach(
        firsts.length,
        stripe -> {
          int at = firsts[stripe];
          int[] columns = mask.roomForColumns();
          for (int r = stripes.from(stripe); r < stripes.to(stripe); r++) {
            progress.check();
            int level = rowLevels[r];
            int count = mask.columnsOf(r, columns);
            for (int i = 0; i < count; i++) {
              classes[at++] = classOf[level + columnLevels[columns[i]]];
            }
          }
        });
    return classes;
  }

  private static byte[] levels(int[] counts) {
    byte[] levels = new byte[counts.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) level(counts[i]);
    }
    return levels;
  }

  /** About 4 log2(count): 4 × the place of the highest bit + the two bits below it. */
  private static int level(int count) {
    int place = 31 - Integer.numberOfLeadingZeros(Math.max(1, count));
    return place * STEPS + (int) (((long) count << 2 >>> place) & 3);
  }

  /** The number of kept weights at each level. */
  private static long[] weights(int[] counts, byte[] levels) {
    long[] weights = new long[LEVELS];
    for (int i = 0; i < counts.length; i++) {
      weights[levels[i]] += counts[i];
    }
    return weights;
  }

  /** The class of each sum of two levels, if rows and columns were independent. */
  private static byte[] classes(long[] rows, long[] columns) {
    long[] sums = new long[2 * LEVELS];
    long all = 0;
    for (int r = 0; r < LEVELS; r++) {
      for (int c = 0; c < LEVELS; c++) {
        sums[r + c] += rows[r] * columns[c];
        all += rows[r] * columns[c];
      }
    }
    byte[] classes = new byte[sums.length];
    long below = 0;
    for (int sum = 0; sum < sums.length; sum++) {
      classes[sum] = (byte) ((below + sums[sum] / 2) / (all / COUNT + 1));
      below += sums[sum];
    }
    return classes;
  }
}
