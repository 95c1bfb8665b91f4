package org.weighbridge.codec.index;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.codec.rans.Frequencies;

/**
 * The tables of all cells; cells of one level share one.
 *
 * @param tables those that are used
 * @param of the number of the table of each cell, -1 for an empty cell
 */
@SuppressWarnings("ArrayRecordComponent")
record CellTables(List<GapTable> tables, int[][] of) {
  static CellTables of(int[][] levels) {
    int[] numbers = new int[GapTable.MOST - CellHead.EMPTY + 1];
    var tables = new ArrayList<GapTable>();
    int[][] of = new int[levels.length][levels[0].length];
    for (int a = 0; a < levels.length; a++) {
      for (int b = 0; b < levels[a].length; b++) {
        int slot = levels[a][b] - CellHead.EMPTY;
        if (slot > 0 && numbers[slot] == 0) {
          tables.add(GapTable.of(levels[a][b]));
          numbers[slot] = tables.size();
        }
        of[a][b] = numbers[slot] - 1;
      }
    }
    return new CellTables(tables, of);
  }

  List<Frequencies> frequencies() {
    return tables.stream().map(GapTable::frequencies).toList();
  }
}
