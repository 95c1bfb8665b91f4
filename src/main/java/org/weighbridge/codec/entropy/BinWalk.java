package org.weighbridge.codec.entropy;

import java.util.Arrays;
import org.weighbridge.codec.entropy.ContextSymbols.Range;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.codec.mixing.Levels;
import org.weighbridge.job.Progress;

/**
 * The way through the bins of some rows, the same for encoding and decoding: sign, then magnitude,
 * each predicted from the bins before and from which positions around are kept.
 */
final class BinWalk {
  private static final int LEARNING = 17;

  private final Densities densities;
  private final int columns;
  private final int period;

  /** Room before and after a row, so that neighbours need no test for the border. */
  private final int margin;

  private final int occurring;
  private final Neighbours near = new Neighbours();
  private final ContextMixer outlier = new ContextMixer(1, LEARNING, 1);
  private final ContextMixer zero = new ContextMixer(1, LEARNING, 1, 27);
  private final ContextMixer sign;
  private final MagnitudeModel magnitude = new MagnitudeModel(LEARNING);

  /** The bins of the current row, 0 where nothing is kept. */
  private final int[] row;

  private final boolean[] kept;
  private final Average[] columnAverage;
  private int rowKept;
  private Average rowAverage = new Average();

  BinWalk(Densities densities, int columns, int period, int occurring) {
    this.densities = densities;
    this.columns = columns;
    this.period = period;
    margin = 2 * period + 3;
    this.occurring = occurring;
    row = new int[columns + 2 * margin];
    kept = new boolean[columns + 2 * margin];
    columnAverage = new Average[columns];
    sign = new ContextMixer(1, LEARNING, 1, 81, 27, Math.max(1, columns), 27);
  }

  /** A running sum of magnitudes. */
  private static final class Average {
    private long sum;
    private int count;

    void add(int magnitude) {
      sum += magnitude;
      count++;
    }

    /** The level of four times the average, 0 while there is none. */
    int level() {
      return count == 0 ? 0 : Levels.of((int) Math.min(Integer.MAX_VALUE, 4 * sum / count));
    }
  }

  /** What stands around a bin. */
  private static final class Neighbours {
    private int left;
    private int left2;
    private int lag;
    private int lagNext;
    private int lagBefore;
    private int lag2;
    private int keptAround;
  }

  void code(BitCoder coder, int[] positions, Range range, int[] symbols, Progress progress) {
    int current = -1;
    for (int i = range.from(); i < range.to(); i++) {
      if ((i & 0xfff) == 0) {
        progress.check();
      }
      int r = positions[i] / columns;
      if (r != current) {
        current = r;
        startRow(positions, i, range.to());
      }
      symbols[i] = code(coder, positions[i] % columns, symbols[i]);
    }
  }

  private void startRow(int[] positions, int first, int end) {
    Arrays.fill(row, 0);
    Arrays.fill(kept, false);
    rowAverage = new Average();
    int r = positions[first] / columns;
    rowKept = densities.keptInRow()[r];
    for (int i = first; i < end && positions[i] / columns == r; i++) {
      kept[positions[i] % columns + margin] = true;
    }
  }

  private int code(BitCoder coder, int c, int symbol) {
    if ((occurring & ContextSymbols.OUTLIERS) != 0
        && outlier.code(coder, symbol == 0 ? 1 : 0) != 0) {
      return 0;
    }
    look(c + margin);
    int folded = symbol - 1;
    int bin = codeBin(coder, c, folded >>> 1 ^ -(folded & 1));
    row[c + margin] = bin;
    return 1 + (bin << 1 ^ bin >> 31);
  }

  private void look(int at) {
    near.left = row[at - 1];
    near.left2 = row[at - 2];
    int around = flag(at - 1) + flag(at + 1);
    if (period > 0) {
      near.lag = row[at - period];
      near.lagNext = row[at - period + 1];
      near.lagBefore = row[at - period - 1];
      near.lag2 = row[at - 2 * period];
      for (int beside = -1; beside <= 1; beside++) {
        around += flag(at - period + beside) + flag(at + period + beside);
      }
    } else {
      around += flag(at - 2) + flag(at + 2);
    }
    near.keptAround = around;
  }

  private int flag(int at) {
    return kept[at] ? 1 : 0;
  }

  private int codeBin(BitCoder coder, int c, int bin) {
    if ((occurring & ContextSymbols.ZEROS) != 0) {
      zero.context(1, three(near.left) + 3 * three(near.left2) + 9 * three(near.lag));
      if (zero.code(coder, bin == 0 ? 1 : 0) != 0) {
        return 0;
      }
    }
    int toward = 2 * near.left + 2 * near.lag + near.lagNext + near.lagBefore;
    int known = 2 * one(near.left) + 2 * one(near.lag) + one(near.lagNext) + one(near.lagBefore);
    int signed = codeSign(coder, c, bin < 0 ? 1 : 0, toward) == 0 ? 1 : -1;
    var column = columnAverage[c];
    if (column == null) {
      column = new Average();
      columnAverage[c] = column;
    }
    int around =
        2 * Math.abs(near.left)
            + 2 * Math.abs(near.lag)
            + Math.abs(near.lagNext)
            + Math.abs(near.lagBefore);
    magnitude.context(0, known == 0 ? 0 : Levels.of(Math.max(1, 4 * signed * toward / known)));
    magnitude.context(1, Levels.of(4 * around / 6));
    magnitude.context(2, rowAverage.level());
    magnitude.context(3, column.level());
    magnitude.context(4, near.keptAround + 16 * one(near.left));
    magnitude.context(5, Math.min(31, Levels.halfLog(densities.expected(rowKept, c))));
    int size = magnitude.code(coder, Math.abs(bin));
    rowAverage.add(size);
    column.add(size);
    return signed * size;
  }

  private int codeSign(BitCoder coder, int c, int negative, int toward) {
    int nearest = three(near.left) + 3 * three(near.lag);
    sign.context(1, nearest + 9 * three(near.lagNext) + 27 * three(near.lagBefore));
    sign.context(2, Math.clamp(toward, -13, 13) + 13);
    sign.context(3, c);
    sign.context(4, three(near.left) + 3 * three(near.left2) + 9 * three(near.lag2));
    return sign.code(coder, negative);
  }

  private static int three(int bin) {
    return Integer.signum(bin) + 1;
  }

  private static int one(int bin) {
    return bin == 0 ? 0 : 1;
  }
}
