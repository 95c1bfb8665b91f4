package org.weighbridge.figure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers for other programs: one row of cells per record, in full precision.
 *
 * @param columns the names of the columns, such as {@code bound}
 * @param rows as many cells in each as there are columns
 */
public record DataTable(List<String> columns, List<List<String>> rows) {
  public DataTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " cells for columns " + columns);
      }
    }
  }

  /** Comma-separated values after RFC 4180, with a header line and {@code \n} line ends. */
  public String csv() {
    var text = new StringBuilder(line(columns));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(DataTable::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
