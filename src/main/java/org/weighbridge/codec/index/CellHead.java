package org.weighbridge.codec.index;

import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.rans.NumberModel;
import org.weighbridge.tensor.Mask;

/**
 * What a decoder of cells must know beforehand.
 *
 * @param rows the class of each row
 * @param columns the class of each column
 * @param levels the level of density of each cell, by class of rows, then of columns; {@link
 *     #EMPTY} for cells that keep nothing
 */
@SuppressWarnings("ArrayRecordComponent")
record CellHead(byte[] rows, byte[] columns, int[][] levels) {
  static final int EMPTY = GapTable.LEAST - 1;

  private static final int MAX_CLASSES = 64;

  int rowClasses() {
    return levels.length;
  }

  int columnClasses() {
    return levels[0].length;
  }

  static CellHead of(DensityGrid grid) {
    var cells = grid.cells();
    int[][] levels = new int[cells.rows().length][cells.columns().length];
    for (int a = 0; a < levels.length; a++) {
      for (int b = 0; b < levels[a].length; b++) {
        long kept = cells.kept()[a][b];
        levels[a][b] =
            kept == 0 ? EMPTY : GapTable.level(kept, cells.rows()[a] * cells.columns()[b]);
      }
    }
    return new CellHead(grid.rows(), grid.columns(), levels);
  }

  /** What is filled when decoding. */
  static CellHead unknown(Mask mask) {
    return new CellHead(new byte[mask.rows()], new byte[mask.columns()], new int[1][1]);
  }

  /**
   * Codes the head: the numbers of classes, the class of each line in the context of the one
   * before, the level of each cell as its difference from the one before.
   *
   * @return what was encoded or decoded
   */
  CellHead code(BitCoder coder) {
    var sizes = new NumberModel(1);
    int rowClasses = classes(sizes.code(coder, 0, rowClasses() - 1));
    int columnClasses = classes(sizes.code(coder, 0, columnClasses() - 1));
    codeLines(coder, rows, rowClasses);
    codeLines(coder, columns, columnClasses);
    var numbers = new NumberModel(1);
    int[][] coded = new int[rowClasses][columnClasses];
    long before = EMPTY;
    for (int a = 0; a < rowClasses; a++) {
      for (int b = 0; b < columnClasses; b++) {
        long step = a < levels.length && b < levels[a].length ? levels[a][b] - before : 0;
        before += NumberModel.unfold(numbers.code(coder, 0, NumberModel.fold(step)));
        if (before < EMPTY || before > GapTable.MOST) {
          throw new MalformedStreamException(0, "a cell has no such density");
        }
        coded[a][b] = (int) before;
      }
      before = coded[a][0];
    }
    return new CellHead(rows, columns, coded);
  }

  private static int classes(long less) {
    if (less >= MAX_CLASSES) {
      throw new MalformedStreamException(0, "there are too many classes of density");
    }
    return (int) less + 1;
  }

  private static void codeLines(BitCoder coder, byte[] lines, int classes) {
    if (classes == 1) {
      return;
    }
    var model = new NumberModel(classes);
    int before = 0;
    for (int i = 0; i < lines.length; i++) {
      long line = model.code(coder, before, lines[i]);
      if (line >= classes) {
        throw new MalformedStreamException(0, "a line has no such class of density");
      }
      before = (int) line;
      lines[i] = (byte) before;
    }
  }
}
