package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.codec.mixing.Levels;
import org.weighbridge.codec.mixing.LiveLines;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;

/**
 * The way through some rows of a mask, the same for encoding and decoding: flags of the rows and
 * columns that keep anything, then the positions in them, row by row, each predicted from those
 * before it.
 */
final class MaskWalk {
  private static final int LEARNING = 18;

  private final Mask mask;
  private final int fromRow;
  private final int toRow;
  private final int period;

  /** Room before and after a row, so that neighbours need no test for the border. */
  private final int margin;

  private final boolean[] rowLives;
  private final boolean[] columnLives;
  private final int[] columnKept;
  private final ContextMixer mixer;

  /** What is kept in the current row. */
  private final byte[] row;

  MaskWalk(Mask mask, int fromRow, int toRow, int period) {
    int columns = mask.columns();
    this.mask = mask;
    this.fromRow = fromRow;
    this.toRow = toRow;
    this.period = period;
    margin = 2 * period + 3;
    rowLives = new boolean[toRow - fromRow];
    columnLives = new boolean[columns];
    columnKept = new int[columns + 2 * margin];
    row = new byte[columns + 2 * margin];
    mixer = new ContextMixer(1, LEARNING, 1 << 8, Math.max(1, columns), 1 << 10);
  }

  /** Codes the rows; when decoding, the mask is empty before and filled after. */
  void code(BitCoder coder, Progress progress) {
    findLives();
    LiveLines.code(coder, rowLives);
    LiveLines.code(coder, columnLives);
    int[] columns = LiveLines.of(columnLives);
    int rows = 0;
    for (int r = fromRow; r < toRow; r++) {
      if (rowLives[r - fromRow]) {
        codeRow(coder, r, columns, rows++, progress);
      }
    }
  }

  private void findLives() {
    for (int r = fromRow; r < toRow; r++) {
      for (int c = 0; c < columnLives.length; c++) {
        if (mask.get(r * mask.columns() + c)) {
          rowLives[r - fromRow] = true;
          columnLives[c] = true;
        }
      }
    }
  }

  private void codeRow(BitCoder coder, int r, int[] columns, int rowsBefore, Progress progress) {
    Arrays.fill(row, (byte) 0);
    int kept = 0;
    for (int i = 0; i < columns.length; i++) {
      if ((i & 0xffff) == 0) {
        progress.check();
      }
      int c = columns[i];
      int at = c + margin;
      mixer.context(0, Levels.density(kept, i) << 4 | Levels.density(columnKept[at], rowsBefore));
      mixer.context(1, c);
      mixer.context(2, densityAround(at, rowsBefore) << 6 | pattern(at));
      int position = r * mask.columns() + c;
      int bit = mixer.code(coder, mask.get(position) ? 1 : 0);
      if (bit != 0) {
        mask.set(position);
        row[at] = 1;
        kept++;
        columnKept[at]++;
      }
    }
  }

  /** How dense this column, which counts twice, and those beside, above and below were so far. */
  private int densityAround(int at, int rowsBefore) {
    int kept = 2 * columnKept[at] + columnKept[at - 1] + columnKept[at + 1];
    return period == 0
        ? Levels.density(kept, 4 * rowsBefore)
        : Levels.density(kept + columnKept[at - period] + columnKept[at + period], 6 * rowsBefore);
  }

  /** What is kept among the neighbours. */
  private int pattern(int at) {
    int left = row[at - 1] | row[at - 2] << 4;
    if (period == 0) {
      return left;
    }
    int above = at - period;
    return left
        | row[above] << 1
        | row[above + 1] << 2
        | row[above - 1] << 3
        | row[above - period] << 5;
  }
}
