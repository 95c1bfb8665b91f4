package org.weighbridge.figure.picture;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Histogram;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Style;

/** Histograms on one pair of axes: the first filled, the others as outlines. */
final class HistogramPainter {
  private HistogramPainter() {}

  static void paint(Pen pen, HistogramFigure figure, Box box) {
    Box rest = Legend.draw(pen, legend(figure), box);
    Span x = xSpan(figure);
    Span y = ySpan(figure);
    Plot plot = Plot.layOut(pen, rest, figure.x(), x, figure.y(), y, figure.lines());
    plot.draw(figure.x(), figure.y());
    pen.clipped(
        plot.area(),
        () -> {
          for (int i = 0; i < figure.histograms().size(); i++) {
            draw(plot, figure.histograms().get(i), i);
          }
        });
    ReferenceLines.draw(plot, figure.lines());
  }

  static List<Legend.Entry> legend(HistogramFigure figure) {
    if (figure.histograms().size() == 1) {
      return List.of();
    }
    return IntStream.range(0, figure.histograms().size())
        .mapToObj(
            i ->
                new Legend.Entry(
                    figure.histograms().get(i).name(), (pen, box) -> sample(pen, i, box)))
        .toList();
  }

  private static void sample(Pen pen, int index, Box box) {
    var path = new Path2D.Double(new Rectangle2D.Double(box.x() + 4, box.y() + 2, 12, 6));
    ink(pen, path, index);
  }

  /** Bins of counts begin at zero; on a logarithmic axis a count of one must still be seen. */
  private static Span ySpan(HistogramFigure figure) {
    double most =
        figure.histograms().stream()
            .flatMap(histogram -> histogram.counts().stream())
            .mapToDouble(Long::doubleValue)
            .max()
            .orElse(1);
    double high = Math.max(1, most);
    Axis axis =
        figure.y().scale() == Axis.Scale.LOG
            ? figure.y().range(0.7, Math.max(2, high * 1.3))
            : figure.y().range(0, high * 1.08);
    return Span.of(axis, DoubleStream.empty());
  }

  private static Span xSpan(HistogramFigure figure) {
    var edges =
        figure.histograms().stream().flatMapToDouble(h -> DoubleStream.of(h.from(), h.to()));
    var lines =
        figure.lines().stream()
            .filter(line -> line.direction() == ReferenceLine.Direction.VERTICAL)
            .mapToDouble(ReferenceLine::at);
    return Span.of(figure.x(), DoubleStream.concat(edges, lines));
  }

  private static void draw(Plot plot, Histogram histogram, int index) {
    var path = new Path2D.Double();
    double base = plot.area().bottom();
    path.moveTo(plot.px(histogram.from()), base);
    for (int bin = 0; bin < histogram.counts().size(); bin++) {
      long count = histogram.counts().get(bin);
      double top = count == 0 ? base : plot.py((double) count);
      path.lineTo(plot.px(histogram.edge(bin)), top);
      path.lineTo(plot.px(histogram.edge(bin + 1)), top);
    }
    path.lineTo(plot.px(histogram.to()), base);
    path.closePath();
    ink(plot.pen(), path, index);
  }

  private static void ink(Pen pen, Path2D shape, int index) {
    Style style = Style.of(index);
    var color = Looks.color(style.color());
    if (index == 0) {
      pen.fill(shape, color);
    } else {
      pen.draw(shape, color, Looks.stroke(style.dash()));
    }
  }
}
