package org.weighbridge.figure.picture;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.TableFigure;

/**
 * Tables in the style of booktabs (Fear, 2005): few rules, none of them upright. A table that is
 * too long for its box has its middle rows left out, and says so.
 */
final class TablePainter {
  private static final double THICK = 0.9;
  private static final double THIN = 0.5;

  /** Room above and below a rule. */
  private static final double RULE = 2.5;

  private TablePainter() {}

  static void paint(Pen pen, TableFigure figure, Box box) {
    var layout = TableLayout.of(figure, box.width());
    var rows = shown(figure, rowsIn(figure, layout, box.height()));
    double y = box.y() + THICK;
    rule(pen, layout, box.x(), y, THICK);
    y = heading(pen, layout, box.x(), y + RULE) + RULE;
    rule(pen, layout, box.x(), y, THIN);
    y += RULE;
    for (int i = 0; i < rows.size(); i++) {
      if (figure.sums() > 0 && i == rows.size() - figure.sums()) {
        rule(pen, layout, box.x(), y + RULE, THIN);
        y += 2 * RULE;
      }
      row(pen, layout, rows.get(i), box.x(), y + layout.line() / 2);
      y += layout.line();
    }
    rule(pen, layout, box.x(), y + RULE, THICK);
  }

  /** The height of the whole table in a box of some width. */
  static double height(TableFigure figure, double width) {
    var layout = TableLayout.of(figure, width);
    return frame(figure, layout) + figure.rows().size() * layout.line();
  }

  /** All but the rows. */
  private static double frame(TableFigure figure, TableLayout layout) {
    double heading = layout.headingLines() * layout.line();
    return heading + (figure.sums() > 0 ? 6 : 4) * RULE + 2 * THICK;
  }

  private static int rowsIn(TableFigure figure, TableLayout layout, double height) {
    // a hair of rounding is not worth a row
    return (int) Math.floor((height - frame(figure, layout)) / layout.line() + 0.01);
  }

  private static List<List<String>> shown(TableFigure figure, int room) {
    var rows = figure.rows();
    if (rows.size() <= room) {
      return rows;
    }
    int body = Math.max(0, room - figure.sums() - 1);
    var shown = new ArrayList<>(rows.subList(0, body));
    int missing = rows.size() - figure.sums() - body;
    var note = new ArrayList<String>();
    note.add("… " + Numbers.count(missing) + " more");
    while (note.size() < figure.columns().size()) {
      note.add("");
    }
    shown.add(note);
    shown.addAll(rows.subList(rows.size() - figure.sums(), rows.size()));
    return shown;
  }

  private static double heading(Pen pen, TableLayout layout, double left, double top) {
    double bottom = top + layout.headingLines() * layout.line();
    for (TableLayout.Place place : layout.places()) {
      double y = bottom - place.heading().size() * layout.line();
      for (String line : place.heading()) {
        cell(pen, layout, place, line, left, y + layout.line() / 2);
        y += layout.line();
      }
    }
    return bottom;
  }

  private static void row(Pen pen, TableLayout layout, List<String> row, double left, double y) {
    for (TableLayout.Place place : layout.places()) {
      String text = row.get(place.index());
      cell(
          pen,
          layout,
          place,
          place.number() ? text : Pen.fit(text, layout.font(), place.width()),
          left,
          y);
    }
  }

  private static void cell(
      Pen pen, TableLayout layout, TableLayout.Place place, String text, double left, double y) {
    Font font = layout.font();
    double x = left + place.x();
    if (place.number()) {
      pen.text(text, x + place.width(), y, font, Pen.INK, Pen.Align.BEFORE);
    } else {
      pen.text(text, x, y, font, Pen.INK, Pen.Align.AFTER);
    }
  }

  private static void rule(Pen pen, TableLayout layout, double left, double y, double width) {
    pen.line(left, y, left + layout.width(), y, Pen.INK, Pen.solid(width));
  }
}
