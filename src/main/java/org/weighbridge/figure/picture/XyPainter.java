package org.weighbridge.figure.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Series.Point;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;

/** Lines with markers over shaded intervals. */
final class XyPainter {
  /** How much bands that all lie over each other cover together, at most. */
  private static final double BANDS_ALPHA = 0.5;

  private static final double BAND_ALPHA = 0.14;
  private static final double WHISKER_ALPHA = 0.45;

  private XyPainter() {}

  static void paint(Pen pen, XyFigure figure, Box box) {
    Box rest = Legend.draw(pen, legend(figure), box);
    plot(pen, figure, rest, margins(figure, rest.height()));
  }

  /** The room that labels need at the sides of a plot of some height. */
  static Plot.Margins margins(XyFigure figure, double height) {
    return Plot.margins(
        height, figure.x(), xSpan(figure), figure.y(), ySpan(figure), figure.lines());
  }

  /** Draws a figure without legend. */
  static void plot(Pen pen, XyFigure figure, Box box, Plot.Margins margins) {
    Plot plot =
        Plot.layOut(pen, box, figure.x(), xSpan(figure), ySpan(figure), figure.lines(), margins);
    plot.draw(figure.x(), figure.y());
    ReferenceLines.draw(plot, figure.lines());
    double alpha = Math.min(BAND_ALPHA, BANDS_ALPHA / figure.series().size());
    pen.clipped(
        plot.area(),
        () -> {
          figure.series().forEach(series -> band(plot, series, alpha));
          figure.series().forEach(series -> line(plot, series));
        });
    figure.series().forEach(series -> markers(plot, series));
  }

  static List<Legend.Entry> legend(XyFigure figure) {
    return figure.series().stream()
        .filter(Series::listed)
        .map(s -> new Legend.Entry(s.name(), (pen, box) -> sample(pen, s.style(), box)))
        .toList();
  }

  private static void sample(Pen pen, Style style, Box box) {
    double middle = box.y() + box.height() / 2;
    if (style.dash() != Style.Dash.NONE) {
      var line = new Line2D.Double(box.x(), middle, box.right(), middle);
      pen.draw(line, Looks.color(style.color()), Looks.stroke(style.dash()));
    }
    Looks.mark(pen, style, box.x() + box.width() / 2, middle);
  }

  private static Span xSpan(XyFigure figure) {
    return Span.of(figure.x(), points(figure).stream().mapToDouble(Point::x));
  }

  private static Span ySpan(XyFigure figure) {
    var data =
        points(figure).stream().flatMapToDouble(p -> DoubleStream.of(p.y(), p.low(), p.high()));
    var lines =
        figure.lines().stream()
            .filter(line -> line.direction() == ReferenceLine.Direction.HORIZONTAL)
            .mapToDouble(ReferenceLine::at);
    return Span.of(figure.y(), DoubleStream.concat(data, lines));
  }

  private static List<Point> points(XyFigure figure) {
    return figure.series().stream().flatMap(series -> series.points().stream()).toList();
  }

  /** The points that have a place on both axes. */
  private static List<Point> placed(Plot plot, Series series) {
    return series.points().stream()
        .filter(p -> Double.isFinite(plot.px(p.x())) && Double.isFinite(plot.py(p.y())))
        .toList();
  }

  private static void band(Plot plot, Series series, double alpha) {
    List<Point> points = placed(plot, series);
    if (series.style().dash() == Style.Dash.NONE || points.size() == 1) {
      points.forEach(p -> whisker(plot, p, series.style()));
      return;
    }
    if (points.stream().allMatch(p -> p.low() == p.high())) {
      return;
    }
    var area = new Path2D.Double();
    for (Point p : points) {
      to(area, plot.px(p.x()), lowest(plot, p.high()));
    }
    for (Point p : points.reversed()) {
      to(area, plot.px(p.x()), lowest(plot, p.low()));
    }
    area.closePath();
    plot.pen().fill(area, Looks.transparent(series.style().color(), alpha));
  }

  /** The interval of a point that no line leads to. */
  private static void whisker(Plot plot, Point p, Style style) {
    if (p.low() < p.high()) {
      double x = plot.px(p.x());
      Color color = Looks.transparent(style.color(), WHISKER_ALPHA);
      plot.pen().line(x, lowest(plot, p.low()), x, lowest(plot, p.high()), color, Pen.solid(0.8));
    }
  }

  /** An end of an interval that a logarithmic axis cannot show goes to the bottom. */
  private static double lowest(Plot plot, double value) {
    double at = plot.py(value);
    return Double.isFinite(at) ? at : plot.area().bottom();
  }

  private static void line(Plot plot, Series series) {
    if (series.style().dash() == Style.Dash.NONE) {
      return;
    }
    var path = new Path2D.Double();
    placed(plot, series).forEach(p -> to(path, plot.px(p.x()), plot.py(p.y())));
    var style = series.style();
    plot.pen().draw(path, Looks.color(style.color()), Looks.stroke(style.dash()));
  }

  /** Markers are whole or not at all: those at the edge of the area reach over it. */
  private static void markers(Plot plot, Series series) {
    for (Point p : placed(plot, series)) {
      if (plot.x().contains(p.x()) && plot.y().contains(p.y())) {
        Looks.mark(plot.pen(), series.style(), plot.px(p.x()), plot.py(p.y()));
      }
    }
  }

  private static void to(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
