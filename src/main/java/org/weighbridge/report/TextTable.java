package org.weighbridge.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.report.table.Table;

/**
 * A table for people, as text with aligned columns: for the terminal and for {@code layers.txt}.
 *
 * <pre>{@code
 * TextTable.of("layer", "bytes>").withRow("fc1", "12 345").withRule().withRow("sum", "12 345")
 * }</pre>
 *
 * @param columns the columns
 * @param rows one cell per column; a row without cells is a rule
 */
public record TextTable(List<Column> columns, List<List<String>> rows) {
  private static final String GAP = "  ";

  /** A column; numbers stand at its right edge. */
  public record Column(String title, boolean right) {
    private String pad(String cell, int width) {
      String space = " ".repeat(width - width(cell));
      return right ? space + cell : cell + space;
    }
  }

  public TextTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (!row.isEmpty() && row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " cells for " + columns);
      }
    }
  }

  /** A table without rows. A title that ends with {@code >} makes a column of numbers. */
  public static TextTable of(String... titles) {
    return new TextTable(
        Arrays.stream(titles)
            .map(
                title ->
                    title.endsWith(">")
                        ? new Column(title.substring(0, title.length() - 1), true)
                        : new Column(title, false))
            .toList(),
        List.of());
  }

  /** What people see of a table, a rule between its groups. */
  public static TextTable of(Table table) {
    var columns = table.shown().stream().map(c -> new Column(c.title(), c.number())).toList();
    var rows = new ArrayList<List<String>>();
    for (Table.Group group : table.filled()) {
      if (!rows.isEmpty()) {
        rows.add(List.of());
      }
      group.rows().forEach(row -> rows.add(table.shown(row)));
    }
    return new TextTable(columns, rows);
  }

  public TextTable withRow(String... cells) {
    return with(List.of(cells));
  }

  /** A line, for example above the sum. */
  public TextTable withRule() {
    return with(List.of());
  }

  private TextTable with(List<String> row) {
    var more = new ArrayList<>(rows);
    more.add(row);
    return new TextTable(columns, more);
  }

  /** The whole table; every line ends with {@code \n} and has no space at its end. */
  public String render() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(columns.get(i).title());
      for (List<String> row : rows) {
        widths[i] = row.isEmpty() ? widths[i] : Math.max(widths[i], width(row.get(i)));
      }
    }
    int gaps = GAP.length() * Math.max(0, widths.length - 1);
    String rule = "-".repeat(Arrays.stream(widths).sum() + gaps) + "\n";
    var text = new StringBuilder();
    text.append(line(columns.stream().map(Column::title).toList(), widths)).append(rule);
    for (List<String> row : rows) {
      text.append(row.isEmpty() ? rule : line(row, widths));
    }
    return text.toString();
  }

  private String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP).append(columns.get(i).pad(cells.get(i), widths[i]));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
