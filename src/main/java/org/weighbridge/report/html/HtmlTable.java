package org.weighbridge.report.html;

import java.util.List;
import org.weighbridge.report.table.Cell;
import org.weighbridge.report.table.Column;
import org.weighbridge.report.table.Table;

/** A table within a page: it scrolls in a box of its own, and its header repeats in print. */
public final class HtmlTable {
  /** Longer tables scroll in their box; in print they are whole. */
  private static final int TALL = 24;

  /** Cells of more letters are sentences, and want room for them. */
  private static final int LONG = 40;

  private HtmlTable() {}

  /**
   * Adds the table.
   *
   * @param title that the caption begins with, such as {@code Table 2}
   * @param folder of its files, as the page sees it
   * @param pictures files of the same table as a figure, as the page sees them
   */
  public static void add(
      Html html, Table table, String title, String folder, List<String> pictures) {
    html.open("div", "class", "table", "id", "table-" + table.name());
    int rows = table.groups().stream().mapToInt(group -> group.rows().size()).sum();
    String box = rows > TALL ? "scroll tall" : "scroll";
    html.open(
        "div", "class", box, "tabindex", "0", "role", "region", "aria-label", table.caption());
    html.open("table").open("caption").element("b", title).text(". " + table.caption() + ".");
    html.close().line();
    header(html, table.shown());
    for (Table.Group group : table.filled()) {
      html.open("tbody");
      if (!group.heading().isEmpty()) {
        String span = Integer.toString(table.shown().size());
        html.open("tr").element("th", group.heading(), "colspan", span, "scope", "rowgroup");
        html.close().line();
      }
      group.rows().forEach(row -> row(html, table, row));
      html.close();
    }
    html.close().close().line();
    notes(html, table.notes());
    html.open("p", "class", "files");
    html.text("Files:");
    for (String ending : List.of("csv", "tex", "md")) {
      html.text(" ").element("a", ending, "href", folder + "/" + table.name() + "." + ending);
    }
    for (String picture : pictures) {
      String ending = picture.substring(picture.lastIndexOf('/') + table.name().length() + 2);
      html.text(" ").element("a", ending, "href", picture);
    }
    html.close().close().line();
  }

  private static void header(Html html, List<Column> columns) {
    html.open("thead").open("tr");
    for (Column column : columns) {
      html.element("th", column.title(), "scope", "col", "class", column.number() ? "n" : "w");
    }
    html.close().close().line();
  }

  private static void row(Html html, Table table, List<Cell> row) {
    var cells = table.shown(row);
    var columns = table.shown();
    html.open("tr").element("th", cells.getFirst(), "scope", "row", "class", kind(columns, 0));
    for (int i = 1; i < cells.size(); i++) {
      String kind = kind(columns, i);
      boolean sentence = kind.equals("w") && cells.get(i).length() > LONG;
      html.element("td", cells.get(i), "class", sentence ? "w long" : kind);
    }
    html.close().line();
  }

  private static String kind(List<Column> columns, int i) {
    return columns.get(i).number() ? "n" : "w";
  }

  private static void notes(Html html, List<String> notes) {
    if (!notes.isEmpty()) {
      html.open("ul", "class", "notes");
      notes.forEach(note -> html.element("li", note));
      html.close().line();
    }
  }
}
