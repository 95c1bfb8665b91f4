package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.codec.mixing.Levels;
import org.weighbridge.codec.mixing.LiveLines;
import org.weighbridge.job.Progress;

/**
 * The way through some rows of a mask, the same for encoding and decoding: flags of the rows and
 * columns that keep anything, then the positions in them, row by row, each predicted from those
 * before it.
 */
final class MaskWalk {
  private static final int LEARNING = 16;

  private final Mask mask;
  private final int fromRow;
  private final int toRow;
  private final int period;

  /** Room before and after a row, so that neighbours need no test for the border. */
  private final int margin;

  private final boolean[] rowLives;
  private final boolean[] columnLives;
  private final int[] columnKept;
  private final int[] columnHistory;
  private final ContextMixer mixer;
  private byte[] row;
  private byte[] above;
  private byte[] twoAbove;

  MaskWalk(Mask mask, int fromRow, int toRow, int period) {
    int columns = mask.columns();
    this.mask = mask;
    this.fromRow = fromRow;
    this.toRow = toRow;
    this.period = period;
    margin = 2 * period + 3;
    rowLives = new boolean[toRow - fromRow];
    columnLives = new boolean[columns];
    columnKept = new int[columns];
    columnHistory = new int[columns];
    row = new byte[columns + 2 * margin];
    above = row.clone();
    twoAbove = row.clone();
    mixer =
        new ContextMixer(
            4, LEARNING, 1 << 8, 1 << 8, 1 << 12, 1 << 10, Math.max(1, columns), 1 << 9, 1 << 11);
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
    byte[] oldest = twoAbove;
    twoAbove = above;
    above = row;
    row = oldest;
    Arrays.fill(row, (byte) 0);
    int kept = 0;
    int history = 0;
    for (int i = 0; i < columns.length; i++) {
      if ((i & 0xffff) == 0) {
        progress.check();
      }
      int c = columns[i];
      predict(c, history, Levels.density(kept, i), Levels.density(columnKept[c], rowsBefore));
      int position = r * mask.columns() + c;
      int bit = mixer.code(coder, mask.get(position) ? 1 : 0);
      if (bit != 0) {
        mask.set(position);
        row[c + margin] = 1;
        kept++;
        columnKept[c]++;
      }
      history = history << 1 | bit;
      columnHistory[c] = columnHistory[c] << 1 | bit;
    }
  }

  private void predict(int c, int history, int rowDensity, int columnDensity) {
    int at = c + margin;
    int left = row[at - 1];
    int left2 = row[at - 2];
    int left3 = row[at - 3];
    int lag = 0;
    int around = 0;
    int lags = 0;
    if (period > 0) {
      int before = at - period;
      lag = row[before];
      around = row[before - 1] | row[before + 1] << 1;
      lags = row[before - 2] | row[before + 2] << 1 | row[before - period] << 2;
    }
    int near =
        left | left2 << 1 | left3 << 2 | above[at] << 3 | above[at + 1] << 4 | above[at - 1] << 5;
    mixer.context(0, near | twoAbove[at] << 6 | lag << 7);
    mixer.context(1, rowDensity << 4 | columnDensity);
    mixer.context(2, (rowDensity << 8) | (history & 0xff));
    mixer.context(3, (columnDensity << 6) | (columnHistory[c] & 0x3f));
    mixer.context(4, c);
    mixer.context(5, lag | around << 1 | lags << 3 | left << 6 | left2 << 7 | left3 << 8);
    int neighbours = left + lag + Integer.bitCount(around);
    int recent = Math.min(15, Integer.bitCount(history & 0xffff));
    mixer.context(6, neighbours << 8 | columnDensity << 4 | recent);
    mixer.weights(left + lag + (around == 0 ? 0 : 1));
  }
}
