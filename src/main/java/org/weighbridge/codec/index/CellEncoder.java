package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.rans.BitSink;
import org.weighbridge.codec.rans.RansEncoder;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;

/** Encodes the cells of some rows of a mask, one after the other. */
final class CellEncoder {
  private final CellHead head;
  private final CellLayout layout;
  private final CellTables tables;
  private final BitSink beside = new BitSink();
  private byte[] tokens = new byte[1 << 10];
  private byte[] contexts = new byte[1 << 10];
  private int size;

  CellEncoder(CellHead head, CellLayout layout, CellTables tables) {
    this.head = head;
    this.layout = layout;
    this.tables = tables;
  }

  /**
   * The block of the rows {@code from} to {@code to}.
   *
   * @param counts filled with the tokens of each cell, one cell after the other
   */
  byte[] encode(Mask mask, int from, int to, RansEncoder encoder, int[] counts, Progress progress) {
    int classes = head.columnClasses();
    for (int a = 0; a < head.rowClasses(); a++) {
      int[] rows = CellLayout.members(head.rows(), a, from, to);
      int[] starts = starts(mask, rows);
      int[] gaps = new int[starts[classes]];
      int[] ends = Arrays.copyOf(starts, classes);
      collect(mask, rows, gaps, ends, progress);
      for (int b = 0; b < classes; b++) {
        int before = size;
        if (ends[b] > starts[b]) {
          tokenize(gaps, starts[b], ends[b], tables.of()[a][b]);
        }
        counts[a * classes + b] = size - before;
      }
    }
    return encoder.encode(tokens, contexts, 0, size, beside);
  }

  /** Fills in the gaps of some rows, those of each class of columns from its end on. */
  private void collect(Mask mask, int[] rows, int[] gaps, int[] ends, Progress progress) {
    byte[] classes = layout.columnClass();
    int[] places = layout.columnPlace();
    // the position that a gap of 0 leads to, less those in the rows before
    int[] next = new int[ends.length];
    int[] kept = mask.roomForColumns();
    for (int row : rows) {
      progress.check();
      int count = mask.columnsOf(row, kept);
      for (int i = 0; i < count; i++) {
        int b = classes[kept[i]];
        int place = places[kept[i]];
        gaps[ends[b]++] = place - next[b];
        next[b] = place + 1;
      }
      for (int b = 0; b < next.length; b++) {
        next[b] -= layout.columns()[b].length;
      }
    }
  }

  /** Where the gaps of each class of columns start, with room for all that the rows can keep. */
  private int[] starts(Mask mask, int[] rows) {
    int kept = 0;
    for (int row : rows) {
      kept += mask.kept(row);
    }
    int[] starts = new int[head.columnClasses() + 1];
    for (int b = 0; b < head.columnClasses(); b++) {
      int most = (int) Math.min(kept, (long) rows.length * layout.columns()[b].length);
      starts[b + 1] = starts[b] + most;
    }
    return starts;
  }

  private void tokenize(int[] gaps, int from, int to, int number) {
    var table = tables.tables().get(number);
    int shift = table.shift();
    int reach = table.reach();
    byte escape = (byte) table.escape();
    int start = size;
    for (int i = from; i < to; i++) {
      int gap = gaps[i];
      for (; gap >= reach; gap -= reach) {
        append(escape);
      }
      append((byte) (gap >>> shift));
      if (shift > 0) {
        beside.write(gap, shift);
      }
    }
    if (contexts.length < tokens.length) {
      contexts = Arrays.copyOf(contexts, tokens.length);
    }
    Arrays.fill(contexts, start, size, (byte) number);
  }

  private void append(byte token) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    tokens[size++] = token;
  }
}
