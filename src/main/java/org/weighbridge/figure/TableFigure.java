package org.weighbridge.figure;

import java.util.List;

/**
 * A table as a figure: a rule above and below the heading, one above the sums, one at the end.
 *
 * @param rows what is printed, one cell per column
 * @param sums how many of the last rows stand below a rule of their own; 0 for none
 * @param data the same in full precision, which may say more
 */
public record TableFigure(
    Caption caption, List<Column> columns, List<List<String>> rows, int sums, DataTable data)
    implements Figure {
  /**
   * A column.
   *
   * @param number numbers stand at its right edge
   * @param spare left out where the table would be wider than the page
   */
  public record Column(String title, boolean number, boolean spare) {
    /** Words, in a column that is always there. */
    public static Column text(String title) {
      return new Column(title, false, false);
    }

    /** Numbers, in a column that is always there. */
    public static Column number(String title) {
      return new Column(title, true, false);
    }

    public Column orLeftOut() {
      return new Column(title, number, true);
    }
  }

  public TableFigure {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row + " for columns " + columns);
      }
    }
    if (sums < 0 || sums > rows.size()) {
      throw new IllegalArgumentException(sums + " sums in " + rows.size() + " rows");
    }
  }
}
