package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the bins, none wider than 2 × bound, whose numbers have the least entropy, the table
 * included: exact dynamic programming over the borders. Pays where few bins hold most weights;
 * uniform bins cut through the peak of the distribution and around the pruning threshold.
 *
 * <p>Borders lie on a grid of {@link BinTable#STEPS} cells per full bin. Both signs share the
 * borders, which halves the table; their counts are apart in the entropy. A bin comes back as the
 * centroid of its weights, moved as little as keeps all of them within the bound.
 */
final class MinimumEntropyBins {
  /** A cell for every step of the largest magnitude that is worth a table. */
  static final int MAX_CELLS = BinTable.STEPS * 256;

  /** What a bin costs beside its weights: a byte in the table, half a one in the entropy coder. */
  private static final double BITS_PER_BIN = 12;

  /** Weights that are looked at, evenly spread: the borders hardly change with more. */
  private static final int SAMPLE = 1 << 18;

  private final double bound;
  private final int[] cells;
  private final int[] positive;
  private final int[] negative;
  private final float[] min;
  private final float[] max;
  private final double[] sum;
  private final double logTotal;

  /** Of counts from 0, for which it is 0. */
  private final double[] log2OfCount;

  private final double scale;

  /** Least bits of the weights in the first cells, and where the last bin of them starts. */
  private double[] least;

  private int[] start;

  @SuppressWarnings("NullAway.Init") // filled when the bins of this sign are chosen
  private MinimumEntropyBins(double bound, Histogram all) {
    this.bound = bound;
    cells = all.occupied();
    positive = pick(all.positive);
    negative = pick(all.negative);
    min = pick(all.min);
    max = pick(all.max);
    sum = new double[cells.length];
    Arrays.setAll(sum, i -> all.sum[cells[i]]);
    log2OfCount = Logs.upTo(all.count);
    logTotal = log2OfCount[all.count];
    scale = all.scale;
  }

  private int[] pick(int[] all) {
    return Arrays.stream(cells).map(cell -> all[cell]).toArray();
  }

  private float[] pick(float[] all) {
    float[] picked = new float[cells.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = all[cells[i]];
    }
    return picked;
  }

  /**
   * The bins for some weights, not zero; nothing when a table cannot pay because the magnitudes
   * span too many bins, or when there is no finite weight.
   */
  static Optional<BinTable> of(float[] weights, double bound) {
    double capped = Math.min(bound, LinearQuantizer.LARGEST);
    return Histogram.of(weights, capped).map(all -> new MinimumEntropyBins(capped, all).table());
  }

  /** Weights by cell of their magnitude. */
  private static final class Histogram {
    private final int[] positive = new int[MAX_CELLS];
    private final int[] negative = new int[MAX_CELLS];
    private final float[] min = new float[MAX_CELLS];
    private final float[] max = new float[MAX_CELLS];
    private final double[] sum = new double[MAX_CELLS];
    private int count;

    /** Weights that one of the sample stands for. */
    private double scale;

    static Optional<Histogram> of(float[] weights, double bound) {
      var all = new Histogram();
      int stride = Math.max(1, weights.length / SAMPLE);
      for (int i = 0; i < weights.length; i += stride) {
        float magnitude = Math.abs(weights[i]);
        double cell = magnitude / BinTable.step(bound);
        if (cell < MAX_CELLS) {
          all.add((int) cell, magnitude, weights[i] < 0);
        } else if (Float.isFinite(magnitude)) {
          return Optional.empty();
        }
      }
      all.scale = stride;
      return all.count == 0 ? Optional.empty() : Optional.of(all);
    }

    private void add(int cell, float magnitude, boolean isNegative) {
      boolean first = positive[cell] + negative[cell] == 0;
      min[cell] = first ? magnitude : Math.min(min[cell], magnitude);
      max[cell] = first ? magnitude : Math.max(max[cell], magnitude);
      sum[cell] += magnitude;
      (isNegative ? negative : positive)[cell]++;
      count++;
    }

    int[] occupied() {
      int[] occupied = new int[MAX_CELLS];
      int size = 0;
      for (int cell = 0; cell < MAX_CELLS; cell++) {
        if (positive[cell] + negative[cell] > 0) {
          occupied[size++] = cell;
        }
      }
      return Arrays.copyOf(occupied, size);
    }
  }

  private BinTable table() {
    search();
    int bins = 0;
    for (int end = cells.length; end > 0; end = start[end]) {
      bins++;
    }
    int[] magnitudes = new int[bins];
    short[] binOfCell = new short[cells[cells.length - 1] + BinTable.STEPS];
    for (int end = cells.length, bin = bins; end > 0; end = start[end], bin--) {
      magnitudes[bin - 1] = centroid(start[end], end);
      Arrays.fill(binOfCell, cells[start[end]], cells[end - 1] + 1, (short) bin);
    }
    fillGaps(binOfCell, magnitudes);
    return BinTable.of(bound, magnitudes, binOfCell);
  }

  /** The best last bin of every number of cells. */
  private void search() {
    int n = cells.length;
    least = new double[n + 1];
    start = new int[n + 1];
    double widest = 2 * bound - BinTable.step(bound);
    for (int end = 1; end <= n; end++) {
      least[end] = Double.POSITIVE_INFINITY;
      int plus = 0;
      int minus = 0;
      for (int from = end - 1; from >= 0; from--) {
        // a cell alone always fits; one step of slack leaves room for a point of the grid
        if (from < end - 1 && (double) max[end - 1] - min[from] > widest) {
          break;
        }
        plus += positive[from];
        minus += negative[from];
        double bits = least[from] + BITS_PER_BIN + scale * (bits(plus) + bits(minus));
        if (bits < least[end]) {
          least[end] = bits;
          start[end] = from;
        }
      }
    }
  }

  private double bits(int count) {
    return count * (logTotal - log2OfCount[count]);
  }

  /**
   * Logarithms to base 2 of all counts that occurred: the search asks for the same ones hundreds of
   * times. StrictMath: the same table on every machine.
   */
  private static final class Logs {
    private static volatile double[] known = new double[1];

    static double[] upTo(int count) {
      double[] logs = known;
      if (count >= logs.length) {
        int before = logs.length;
        logs = Arrays.copyOf(logs, Math.max(count + 1, Math.min(2 * before, SAMPLE * 2)));
        for (int i = before; i < logs.length; i++) {
          logs[i] = StrictMath.log(i) / Math.log(2);
        }
        known = logs;
      }
      return logs;
    }
  }

  /** In steps: the mean of the cells' weights, or the nearest that keeps their bound. */
  private int centroid(int from, int end) {
    double total = 0;
    long count = 0;
    for (int i = from; i < end; i++) {
      total += sum[i];
      count += positive[i] + negative[i];
    }
    double step = BinTable.step(bound);
    double lowest = Math.ceil((max[end - 1] - bound) / step);
    // no float lies beyond the largest one: what is out of reach then is an outlier
    double highest = Math.floor(Math.min(min[from] + bound, Float.MAX_VALUE) / step);
    return (int) Math.max(1, Math.min(highest, Math.max(lowest, Math.rint(total / count / step))));
  }

  /** Cells without a weight of the sample go to the bin with the nearest value. */
  private static void fillGaps(short[] binOfCell, int[] magnitudes) {
    int nearest = 0;
    for (int cell = 0; cell < binOfCell.length; cell++) {
      while (nearest + 1 < magnitudes.length
          && Math.abs(magnitudes[nearest + 1] - cell) < Math.abs(magnitudes[nearest] - cell)) {
        nearest++;
      }
      if (binOfCell[cell] == 0) {
        binOfCell[cell] = (short) (nearest + 1);
      }
    }
  }
}
