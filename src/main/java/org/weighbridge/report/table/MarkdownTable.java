package org.weighbridge.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table as GitHub's Markdown: its caption above, its notes below. */
public final class MarkdownTable {
  /** What means something within a line of Markdown. */
  private static final String SPECIAL = "\\`*_[]<>|~&";

  private MarkdownTable() {}

  /** The whole text. */
  public static String of(Table table) {
    var shown = table.shown();
    var text = new StringBuilder();
    text.append("**").append(escaped(table.caption())).append("**\n\n");
    text.append(line(shown.stream().map(Column::title).map(MarkdownTable::escaped).toList()));
    text.append(line(shown.stream().map(column -> column.number() ? "---:" : "---").toList()));
    for (Table.Group group : table.filled()) {
      if (!group.heading().isEmpty()) {
        var heading = new ArrayList<>(Collections.nCopies(shown.size(), ""));
        heading.set(0, "*" + escaped(group.heading()) + "*");
        text.append(line(heading));
      }
      for (List<Cell> row : group.rows()) {
        text.append(line(table.shown(row).stream().map(MarkdownTable::escaped).toList()));
      }
    }
    if (!table.notes().isEmpty()) {
      text.append('\n');
      table.notes().forEach(note -> text.append("- ").append(escaped(note)).append('\n'));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Text as Markdown shows it. */
  static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(c < ' ' ? ' ' : c);
            });
    return escaped.toString();
  }
}
