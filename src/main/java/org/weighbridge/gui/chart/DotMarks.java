package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.Axis;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.weighbridge.gui.chart.DotSeries.Dot;

/** One series of dots as shapes: error bars, and markers on them. */
final class DotMarks {
  /** Markers along a line keep so many pixels between them: the line tells where they are. */
  private static final double APART = 9;

  private final DotSeries series;
  private final Path bars = new Path();
  private final Path markers = new Path();
  private final Path line = new Path();

  DotMarks(DotSeries series) {
    this.series = series;
    bars.getStyleClass().setAll("error-bars");
    markers.getStyleClass().setAll("curve-markers");
    line.getStyleClass().setAll("curve");
    String style = series.style().name().toLowerCase(Locale.ROOT);
    nodes().forEach(node -> node.getStyleClass().add(style));
    Series.colour(series.colour(), bars, markers, line);
    Series.dash(dash(series), line);
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
  }

  /** What is predicted is never solid. */
  static int dash(DotSeries series) {
    int again = series.colour() / Series.COUNT; // of coders that share a colour
    return series.style() == DotSeries.Style.HOLLOW
        ? 1 + (series.colour() + again) % 3
        : series.colour();
  }

  List<Node> nodes() {
    return List.of(line, bars, markers);
  }

  void place(Axis horizontal, Axis vertical) {
    double lastX = Double.NEGATIVE_INFINITY;
    double lastY = Double.NEGATIVE_INFINITY;
    Dot end = series.dots().isEmpty() ? null : series.dots().getLast();
    bars.getElements().clear();
    markers.getElements().clear();
    line.getElements().clear();
    for (var dot : series.dots()) {
      double x = horizontal.getDisplayPosition(dot.x());
      if (!Double.isNaN(dot.margin())) {
        bars.getElements()
            .addAll(
                new MoveTo(x, vertical.getDisplayPosition(dot.y() - dot.margin())),
                new LineTo(x, vertical.getDisplayPosition(dot.y() + dot.margin())));
      }
      double y = vertical.getDisplayPosition(dot.y());
      if (series.joined()) {
        line.getElements().add(line.getElements().isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
      }
      if (series.joined() && !dot.equals(end) && Math.hypot(x - lastX, y - lastY) < APART) {
        continue;
      }
      lastX = x;
      lastY = y;
      Series.marker(markers, series.colour(), x, y, series.radius());
    }
  }
}
