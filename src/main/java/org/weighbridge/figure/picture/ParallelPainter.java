package org.weighbridge.figure.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.ParallelFigure;
import org.weighbridge.figure.ParallelFigure.Line;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.Ticks;

/** Axes side by side, lines across them; numbers stand left of their axis, over the lines. */
final class ParallelPainter {
  private static final double MARK = 3;
  private static final double GAP = 2;
  private static final Color VEIL = new Color(255, 255, 255, 200);

  private ParallelPainter() {}

  static void paint(Pen pen, ParallelFigure figure, Box box) {
    Box rest = Legend.draw(pen, legend(figure), box);
    double title = Pen.lineHeight(Fonts.TEXT) + 2 * GAP;
    double half = Pen.lineHeight(Fonts.TEXT) / 2;
    int axes = figure.axes().size();
    double room = rest.width() / axes;
    // numbers are left of their axis
    Box area = rest.inset(0.62 * room, title, 0.38 * room, half);
    double step = axes < 2 ? 0 : area.width() / (axes - 1);
    figure.lines().forEach(line -> draw(pen, figure, line, area, step));
    for (int i = 0; i < axes; i++) {
      axis(pen, figure.axes().get(i), area, area.x() + i * step, room - 2 * GAP);
    }
  }

  /** Each group once. */
  static List<Legend.Entry> legend(ParallelFigure figure) {
    var styles = new LinkedHashMap<String, Style>();
    figure.lines().forEach(line -> styles.putIfAbsent(line.group(), line.style()));
    return styles.entrySet().stream()
        .map(
            entry ->
                new Legend.Entry(entry.getKey(), (pen, box) -> sample(pen, entry.getValue(), box)))
        .toList();
  }

  private static void sample(Pen pen, Style style, Box box) {
    double middle = box.y() + box.height() / 2;
    pen.draw(
        new Line2D.Double(box.x(), middle, box.right(), middle),
        Looks.color(style.color()),
        Looks.stroke(style.dash()));
  }

  private static void draw(Pen pen, ParallelFigure figure, Line line, Box area, double step) {
    var path = new Path2D.Double();
    boolean open = false;
    for (int i = 0; i < figure.axes().size(); i++) {
      double place = span(figure.axes().get(i)).place(line.values().get(i));
      if (!Double.isFinite(place)) {
        open = false; // nothing to be read off here
        continue;
      }
      double x = area.x() + i * step;
      double y = area.bottom() - place * area.height();
      if (open) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
      }
      open = true;
    }
    pen.draw(path, Looks.color(line.style().color()), Looks.stroke(line.style().dash()));
  }

  private static void axis(Pen pen, Axis axis, Box area, double x, double room) {
    pen.line(x, area.y(), x, area.bottom(), Pen.INK, Pen.solid(0.7));
    String title = Pen.fit(axis.label(), Fonts.TEXT, room);
    double above = area.y() - GAP - Pen.lineHeight(Fonts.TEXT) / 2;
    pen.text(title, x, above, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
    var span = span(axis);
    Ticks ticks = FittingTicks.vertical(span, area.height());
    for (Ticks.Tick tick : ticks.major()) {
      double y = area.bottom() - span.place(tick.at()) * area.height();
      pen.line(x - MARK, y, x, y, Pen.INK, Pen.solid(0.5));
      double width = Pen.width(tick.label(), Fonts.SMALL);
      double high = Pen.lineHeight(Fonts.SMALL);
      double left = x - MARK - GAP - width;
      pen.fill(new Rectangle2D.Double(left - 1, y - high / 2, width + 2, high), VEIL);
      pen.text(tick.label(), left, y, Fonts.SMALL, Pen.INK, Pen.Align.AFTER);
    }
  }

  private static Span span(Axis axis) {
    return new Span(axis.from().orElseThrow(), axis.to().orElseThrow(), axis.scale());
  }
}
