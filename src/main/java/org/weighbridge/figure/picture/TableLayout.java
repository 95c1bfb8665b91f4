package org.weighbridge.figure.picture;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.TableFigure.Column;

/**
 * Where the columns of a table lie and how large its letters are.
 *
 * @param places of the columns that are shown
 * @param width of all columns and the gaps between them
 */
record TableLayout(Font font, List<Place> places, double width) {
  /**
   * One column.
   *
   * @param index in the figure
   * @param x of its left edge
   * @param heading its title in lines
   */
  record Place(int index, boolean number, double x, double width, List<String> heading) {}

  private static final double[] SIZES = {7.5, 7, 6.5};
  private static final double LEAST_GAP = 5;
  private static final double MOST_GAP = 22;

  /** Narrower than this, words are not recognised. */
  private static final double LEAST_WORDS = 36;

  /**
   * The largest letters with which all columns fit, their headings in lines where need be; else
   * without the spare columns; else with the words in the middle of long names left out.
   */
  static TableLayout of(TableFigure figure, double room) {
    var all = IntStream.range(0, figure.columns().size()).boxed().toList();
    var needed = all.stream().filter(i -> !figure.columns().get(i).spare()).toList();
    for (List<Integer> shown : List.of(all, needed)) {
      for (double size : SIZES) {
        Font font = Typeface.REGULAR.at(size);
        for (boolean whole : new boolean[] {true, false}) {
          double[] widths = widths(figure, shown, font, whole);
          if (total(widths) <= room) {
            return placed(figure, shown, font, widths, room);
          }
        }
      }
    }
    Font smallest = Typeface.REGULAR.at(SIZES[SIZES.length - 1]);
    double[] widths = widths(figure, needed, smallest, false);
    double missing = total(widths) - room;
    for (int i = 0; i < widths.length && missing > 0; i++) {
      if (!figure.columns().get(needed.get(i)).number()) {
        double less = Math.clamp(missing, 0, Math.max(0, widths[i] - LEAST_WORDS));
        widths[i] -= less;
        missing -= less;
      }
    }
    return placed(figure, needed, smallest, widths, room);
  }

  double line() {
    return Pen.lineHeight(font) + 1;
  }

  int headingLines() {
    return places.stream().mapToInt(place -> place.heading().size()).max().orElse(0);
  }

  /** As wide as the widest cell and the heading, the whole of it or its longest word. */
  private static double[] widths(
      TableFigure figure, List<Integer> shown, Font font, boolean whole) {
    return shown.stream()
        .mapToDouble(
            i -> {
              String title = figure.columns().get(i).title();
              double width = 0;
              for (String part : whole ? List.of(title) : List.of(title.split(" ", -1))) {
                width = Math.max(width, Pen.width(part, font));
              }
              for (List<String> row : figure.rows()) {
                width = Math.max(width, Pen.width(row.get(i), font));
              }
              return width;
            })
        .toArray();
  }

  private static double total(double[] widths) {
    return IntStream.range(0, widths.length).mapToDouble(i -> widths[i]).sum()
        + LEAST_GAP * Math.max(0, widths.length - 1);
  }

  private static TableLayout placed(
      TableFigure figure, List<Integer> shown, Font font, double[] widths, double room) {
    double free = room - total(widths);
    double gap = LEAST_GAP + Math.clamp(free / Math.max(1, widths.length - 1), 0, MOST_GAP);
    var places = new ArrayList<Place>();
    double x = 0;
    for (int i = 0; i < widths.length; i++) {
      Column column = figure.columns().get(shown.get(i));
      var heading = Pen.wrap(column.title(), font, widths[i] + 0.01);
      places.add(new Place(shown.get(i), column.number(), x, widths[i], heading));
      x += widths[i] + gap;
    }
    return new TableLayout(font, places, Math.max(0, x - gap));
  }
}
