package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.TickMark;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * Lines behind the marks at the labelled ticks of both axes. ChartFX's own grid makes a picture of
 * a dash for every line of every frame (docs/decisions/0056).
 */
final class GridLines extends Path {
  private final Axis x;
  private final Axis y;

  GridLines(Axis x, Axis y) {
    this.x = x;
    this.y = y;
    getStyleClass().setAll("grid-lines");
    setMouseTransparent(true);
  }

  /** Draws them over a plot area of this size in pixels. */
  void place(double width, double height) {
    getElements().clear();
    for (TickMark tick : x.getTickMarks()) {
      double at = Math.rint(x.getDisplayPosition(tick.getValue())) + 0.5;
      if (at > 0 && at < width) {
        getElements().addAll(new MoveTo(at, 0), new LineTo(at, height));
      }
    }
    for (TickMark tick : y.getTickMarks()) {
      double at = Math.rint(y.getDisplayPosition(tick.getValue())) + 0.5;
      if (at > 0 && at < height) {
        getElements().addAll(new MoveTo(0, at), new LineTo(width, at));
      }
    }
  }
}
