package org.weighbridge.figure.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.StackedBarFigure.Bar;
import org.weighbridge.figure.StackedBarFigure.Hatch;
import org.weighbridge.figure.StackedBarFigure.Segment;
import org.weighbridge.figure.Ticks;

/** Horizontal bars, name before and sum behind each. */
final class StackedBarPainter {
  /** Height of a bar with the room around it. */
  static final double ROW = 15;

  private static final double BAR = 9.5;
  private static final double GAP = 4;
  private static final double HATCH_STEP = 2.8;

  private StackedBarPainter() {}

  static void paint(Pen pen, StackedBarFigure figure, Box box) {
    Box rest = Legend.draw(pen, legend(figure), box);
    double names = widest(figure.bars().stream().map(Bar::name).toList(), rest.width() * 0.4);
    double labels = widest(figure.bars().stream().map(Bar::label).toList(), rest.width() * 0.3);
    double line = Pen.lineHeight(Fonts.TEXT);
    Box area = rest.inset(names + GAP, 0, labels + GAP, axisHeight());
    double most = figure.bars().stream().mapToDouble(Bar::total).max().orElse(1);
    Axis whole = figure.axis().range(0, most > 0 ? most : 1);
    Span span = new Span(0, whole.to().orElse(1), Axis.Scale.LINEAR);
    Ticks ticks = FittingTicks.horizontal(span, area.width());
    for (Ticks.Tick tick : ticks.major()) {
      double x = area.x() + span.place(tick.at()) * area.width();
      pen.line(x, area.y(), x, area.bottom() + 3, Pen.GRID, Pen.solid(0.5));
      pen.text(
          tick.label(), x, area.bottom() + 6 + line / 2, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
    }
    pen.text(
        figure.axis().label(),
        area.x() + area.width() / 2,
        area.bottom() + 9 + line * 3 / 2,
        Fonts.TEXT,
        Pen.INK,
        Pen.Align.MIDDLE);
    double row = area.height() / Math.max(1, figure.bars().size());
    // in a figure as tall as a page bars may be thinner than letters: then some are named only
    int every = (int) Math.ceil(line / row);
    for (int i = 0; i < figure.bars().size(); i++) {
      Box place = new Box(area.x(), area.y() + i * row, area.width(), row);
      bar(pen, figure, figure.bars().get(i), span, place, i % every == 0 ? names : 0);
    }
    pen.line(area.x(), area.y(), area.x(), area.bottom(), Pen.INK, Pen.solid(0.7));
  }

  static double axisHeight() {
    return 9 + 2 * Pen.lineHeight(Fonts.TEXT);
  }

  static List<Legend.Entry> legend(StackedBarFigure figure) {
    return figure.segments().stream()
        .map(
            segment ->
                new Legend.Entry(
                    segment.name(),
                    (pen, box) ->
                        segment(pen, segment, new Box(box.x() + 6, box.y() + 1.5, 14, 8))))
        .toList();
  }

  private static double widest(List<String> texts, double most) {
    double widest = texts.stream().mapToDouble(t -> Pen.width(t, Fonts.TEXT)).max().orElse(0);
    return Math.min(widest, most);
  }

  private static void bar(
      Pen pen, StackedBarFigure figure, Bar bar, Span span, Box place, double names) {
    double middle = place.y() + place.height() / 2;
    double height = Math.min(BAR, place.height() * 0.75);
    double sum = 0;
    double x = place.x();
    for (int i = 0; i < bar.amounts().size(); i++) {
      sum += bar.amounts().get(i);
      double end = place.x() + span.place(sum) * place.width();
      segment(pen, figure.segments().get(i), new Box(x, middle - height / 2, end - x, height));
      x = end;
    }
    if (names == 0) {
      return;
    }
    String name = Pen.fit(bar.name(), Fonts.TEXT, names);
    pen.text(name, place.x() - GAP, middle, Fonts.TEXT, Pen.INK, Pen.Align.BEFORE);
    pen.text(bar.label(), x + GAP, middle, Fonts.TEXT, Pen.INK, Pen.Align.AFTER);
  }

  private static void segment(Pen pen, Segment segment, Box box) {
    pen.fill(
        new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()),
        Looks.color(segment.color()));
    pen.clipped(
        box,
        () -> {
          if (segment.hatch() == Hatch.RISING || segment.hatch() == Hatch.CROSSED) {
            hatch(pen, box, 1);
          }
          if (segment.hatch() == Hatch.FALLING || segment.hatch() == Hatch.CROSSED) {
            hatch(pen, box, -1);
          }
        });
  }

  private static void hatch(Pen pen, Box box, int slope) {
    var stroke = new BasicStroke(0.5f);
    double height = box.height() * slope;
    double start = slope > 0 ? box.bottom() : box.y();
    for (double x = box.x() - box.height(); x < box.right(); x += HATCH_STEP) {
      pen.draw(new Line2D.Double(x, start, x + box.height(), start - height), Color.WHITE, stroke);
    }
  }
}
