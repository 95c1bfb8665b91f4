package org.weighbridge.figure.picture;

import java.util.ArrayList;
import java.util.List;

/** Names of series beside a sample of their look, in rows above the plot. */
final class Legend {
  private static final double SAMPLE = 20;
  private static final double GAP = 3;
  private static final double BETWEEN = 11;

  /** One name and its sample. */
  record Entry(String name, Sample sample) {}

  /** Draws a sample of a look into a box. */
  @FunctionalInterface
  interface Sample {
    void draw(Pen pen, Box box);
  }

  private Legend() {}

  /** Draws the entries at the top of a box and gives what is left of it. */
  static Box draw(Pen pen, List<Entry> entries, Box box) {
    double row = Pen.lineHeight(Fonts.TEXT) + 1;
    double y = box.y();
    for (List<Entry> line : rows(entries, box.width())) {
      double x = box.x();
      for (Entry entry : line) {
        entry.sample().draw(pen, new Box(x, y, SAMPLE, row));
        String name = name(entry, box.width());
        pen.text(name, x + SAMPLE + GAP, y + row / 2, Fonts.TEXT, Pen.INK, Pen.Align.AFTER);
        x += width(entry, box.width());
      }
      y += row;
    }
    return box.inset(0, y - box.y() + (entries.isEmpty() ? 0 : 4), 0, 0);
  }

  /** The height that a legend takes from a box of some width. */
  static double height(List<Entry> entries, double width) {
    double row = Pen.lineHeight(Fonts.TEXT) + 1;
    return entries.isEmpty() ? 0 : rows(entries, width).size() * row + 4;
  }

  private static List<List<Entry>> rows(List<Entry> entries, double room) {
    var rows = new ArrayList<List<Entry>>();
    double x = 0;
    for (Entry entry : entries) {
      double width = width(entry, room);
      if (rows.isEmpty() || x + width - BETWEEN > room) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.getLast().add(entry);
      x += width;
    }
    return rows;
  }

  private static double width(Entry entry, double room) {
    return SAMPLE + GAP + Pen.width(name(entry, room), Fonts.TEXT) + BETWEEN;
  }

  private static String name(Entry entry, double room) {
    return Pen.fit(entry.name(), Fonts.TEXT, room - SAMPLE - GAP);
  }
}
