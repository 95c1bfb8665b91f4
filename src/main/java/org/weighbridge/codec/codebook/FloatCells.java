package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Counts floats by their first 20 bits. In such a cell floats lie at equal distances, so that the
 * sum of their last 12 bits, a whole number, gives their mean: exact, and the same for any number
 * of threads.
 */
final class FloatCells {
  private static final int LOW_BITS = 12;
  private static final int LOW = (1 << LOW_BITS) - 1;
  private static final int CELLS = 1 << (Float.SIZE - LOW_BITS);
  private static final int CHECKED = 1 << 16;

  /** Floats of one cell that a thread counts at most: 2^31 of them have a sum below 2^43. */
  private final int[] counts = new int[CELLS];

  private final long[] lowSums = new long[CELLS];

  private FloatCells() {}

  static Points points(float[] values, Progress progress) {
    int parts = WorkPool.threads();
    var cells = new FloatCells[parts];
    WorkPool.forEach(
        parts,
        part -> {
          cells[part] = new FloatCells();
          int from = (int) ((long) values.length * part / parts);
          int to = (int) ((long) values.length * (part + 1) / parts);
          cells[part].count(values, from, to, progress);
        });
    for (int part = 1; part < parts; part++) {
      progress.check();
      cells[0].add(cells[part]);
    }
    return cells[0].points();
  }

  private void count(float[] values, int from, int to, Progress progress) {
    for (int start = from; start < to; start += CHECKED) {
      progress.check();
      for (int i = start; i < Math.min(to, start + CHECKED); i++) {
        int key = key(values[i]);
        counts[key >>> LOW_BITS]++;
        lowSums[key >>> LOW_BITS] += key & LOW;
      }
    }
  }

  private void add(FloatCells other) {
    for (int cell = 0; cell < CELLS; cell++) {
      counts[cell] += other.counts[cell];
      lowSums[cell] += other.lowSums[cell];
    }
  }

  private Points points() {
    var means = new double[CELLS];
    var before = new long[CELLS + 1];
    int size = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      if (counts[cell] > 0) {
        double first = value(cell << LOW_BITS);
        double step = (value(cell << LOW_BITS | LOW) - first) / LOW;
        means[size] = first + step * ((double) lowSums[cell] / counts[cell]);
        before[size + 1] = before[size] + counts[cell];
        size++;
      }
    }
    return new Points(Arrays.copyOf(means, size), Arrays.copyOf(before, size + 1));
  }

  /** Unsigned numbers in the order of the floats. */
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits ^ (bits >> 31 | Integer.MIN_VALUE);
  }

  private static float value(int key) {
    return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
  }
}
