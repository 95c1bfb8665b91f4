package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.Axis;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** One series of dots as shapes: error bars, and markers on them. */
final class DotMarks {
  private final DotSeries series;
  private final Path bars = new Path();
  private final Path markers = new Path();

  DotMarks(DotSeries series) {
    this.series = series;
    bars.getStyleClass().setAll("error-bars");
    markers.getStyleClass().setAll("curve-markers");
    Series.colour(series.colour(), bars, markers);
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
  }

  List<Node> nodes() {
    return List.of(bars, markers);
  }

  void place(Axis horizontal, Axis vertical) {
    bars.getElements().clear();
    markers.getElements().clear();
    for (var dot : series.dots()) {
      double x = horizontal.getDisplayPosition(dot.x());
      if (!Double.isNaN(dot.margin())) {
        bars.getElements()
            .addAll(
                new MoveTo(x, vertical.getDisplayPosition(dot.y() - dot.margin())),
                new LineTo(x, vertical.getDisplayPosition(dot.y() + dot.margin())));
      }
      Series.marker(
          markers, series.colour(), x, vertical.getDisplayPosition(dot.y()), series.radius());
    }
  }
}
