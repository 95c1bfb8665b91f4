package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.rans.BitSource;
import org.weighbridge.codec.rans.RansDecoder;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;

/** Decodes what {@link CellEncoder} encoded. */
record CellDecoder(CellHead head, CellLayout layout, CellTables tables, RansDecoder decoder) {
  /**
   * Marks what the rows {@code from} to {@code to} keep.
   *
   * @param counts the number of tokens of each cell; none has more than positions
   */
  void decode(byte[] block, Mask mask, int from, int to, int[] counts, Progress progress) {
    int all = Arrays.stream(counts).sum();
    byte[] contexts = new byte[all];
    int at = 0;
    int classes = head.columnClasses();
    for (int cell = 0; cell < counts.length; cell++) {
      int number = tables.of()[cell / classes][cell % classes];
      Arrays.fill(contexts, at, at + counts[cell], (byte) number);
      at += counts[cell];
    }
    byte[] tokens = new byte[all];
    var beside = decoder.decode(block, contexts, 0, all, tokens);
    at = 0;
    for (int a = 0; a < head.rowClasses(); a++) {
      int[] rows = CellLayout.members(head.rows(), a, from, to);
      for (int b = 0; b < classes; b++) {
        progress.check();
        int end = at + counts[a * classes + b];
        if (end > at) {
          var table = tables.tables().get(tables.of()[a][b]);
          mark(mask, rows, layout.columns()[b], table, tokens, at, end, beside);
        }
        at = end;
      }
    }
    beside.end();
  }

  private static void mark(
      Mask mask,
      int[] rows,
      int[] columns,
      GapTable table,
      byte[] tokens,
      int from,
      int to,
      BitSource beside) {
    int escape = table.escape();
    int shift = table.shift();
    int row = 0;
    int column = -1;
    for (int i = from; i < to; i++) {
      int token = tokens[i] & 0xff;
      int gap = token << shift;
      if (token != escape) {
        gap += 1 + (shift > 0 ? beside.read(shift) : 0);
      }
      column += gap;
      while (column >= columns.length) {
        column -= columns.length;
        if (++row == rows.length) {
          throw new MalformedStreamException(0, "a kept weight lies behind the end of its cell");
        }
      }
      if (token != escape) {
        mask.set(rows[row] * mask.columns() + columns[column]);
      }
    }
  }
}
