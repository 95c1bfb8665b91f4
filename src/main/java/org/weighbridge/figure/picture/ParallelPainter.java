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

/**
 * Axes side by side, lines across them; numbers stand left of their axis, over the lines. Names of
 * axes are upright where one has no room between its neighbours.
 */
final class ParallelPainter {
  private static final double MARK = 3;
  private static final double GAP = 2;

  /** Longer names of axes are cut. */
  private static final double LONGEST = 90;

  private static final Color VEIL = new Color(255, 255, 255, 200);

  private ParallelPainter() {}

  static void paint(Pen pen, ParallelFigure figure, Box box) {
    Box rest = Legend.draw(pen, legend(figure), box);
    double title = titles(figure, rest.width());
    double half = Pen.lineHeight(Fonts.TEXT) / 2;
    int axes = figure.axes().size();
    double room = rest.width() / axes;
    boolean upright = title > line();
    // numbers are left of their axis
    Box area = rest.inset(0.62 * room, title, 0.38 * room, half);
    double step = axes < 2 ? 0 : area.width() / (axes - 1);
    figure.lines().forEach(line -> draw(pen, figure, line, area, step));
    for (int i = 0; i < axes; i++) {
      double x = area.x() + i * step;
      title(pen, figure.axes().get(i).label(), x, area.y(), upright ? title : room, upright);
      axis(pen, figure.axes().get(i), area, x);
    }
  }

  /** How much higher than a line of text the names of axes are in a figure of this width. */
  static double extra(ParallelFigure figure, double width) {
    return titles(figure, width) - line();
  }

  private static double titles(ParallelFigure figure, double width) {
    double widest =
        figure.axes().stream().mapToDouble(a -> Pen.width(a.label(), Fonts.TEXT)).max().orElse(0);
    boolean fits = widest <= width / figure.axes().size() - 2 * GAP;
    return fits ? line() : Math.max(line(), Math.min(widest, LONGEST) + 2 * GAP);
  }

  private static double line() {
    return Pen.lineHeight(Fonts.TEXT) + 2 * GAP;
  }

  private static void title(
      Pen pen, String label, double x, double bottom, double room, boolean upright) {
    String title = Pen.fit(label, Fonts.TEXT, room - 2 * GAP);
    if (upright) {
      double middle = bottom - GAP - Pen.width(title, Fonts.TEXT) / 2;
      pen.textUp(title, x, middle, Fonts.TEXT, Pen.INK);
    } else {
      pen.text(title, x, bottom - line() / 2, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
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

  private static void axis(Pen pen, Axis axis, Box area, double x) {
    pen.line(x, area.y(), x, area.bottom(), Pen.INK, Pen.solid(0.7));
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
