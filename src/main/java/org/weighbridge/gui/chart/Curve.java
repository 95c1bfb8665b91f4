package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.Axis;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** One curve as shapes: interval band, line, markers. */
final class Curve {
  private static final double STRONG = 3.6;
  private static final double NORMAL = 2.4;

  private final int colour;
  private final double[] x;
  private final double[] y;
  private final double[] low;
  private final double[] high;
  private final Path band = new Path();
  private final Path line = new Path();
  private final Path markers = new Path();
  private double radius = NORMAL;

  /**
   * @param colour of the series, counted from 0
   * @param dash of the series, counted from 0
   * @param low lower ends of the interval band; as long as x, or empty for none
   * @param high upper ends of the interval band; as long as low
   */
  Curve(int colour, int dash, double[] x, double[] y, double[] low, double[] high) {
    this.colour = colour;
    this.x = x;
    this.y = y;
    this.low = low;
    this.high = high;
    band.getStyleClass().setAll("curve-band");
    line.getStyleClass().setAll("curve");
    markers.getStyleClass().setAll("curve-markers");
    Series.colour(colour, band, line, markers);
    Series.dash(dash, line);
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
  }

  List<Node> nodes() {
    return List.of(band, line, markers);
  }

  /** A strong curve is thick and shows its interval. */
  void setStrong(boolean strong) {
    style("selected", strong);
    band.setVisible(strong);
    radius = strong ? STRONG : NORMAL;
  }

  /** A faint curve has no colour and no markers. */
  void setFaint(boolean faint) {
    style("faint", faint);
    markers.setVisible(!faint);
  }

  /** Whether its points are marked: those of a long course would only blur its line. */
  void setMarked(boolean marked) {
    markers.setVisible(marked);
  }

  void place(Axis horizontal, Axis vertical) {
    line.getElements().clear();
    markers.getElements().clear();
    band.getElements().clear();
    for (int i = 0; i < x.length; i++) {
      double px = horizontal.getDisplayPosition(x[i]);
      double py = vertical.getDisplayPosition(y[i]);
      line.getElements().add(i == 0 ? new MoveTo(px, py) : new LineTo(px, py));
      Series.marker(markers, colour, px, py, radius);
    }
    for (int i = 0; i < low.length; i++) {
      double px = horizontal.getDisplayPosition(x[i]);
      double py = vertical.getDisplayPosition(high[i]);
      band.getElements().add(i == 0 ? new MoveTo(px, py) : new LineTo(px, py));
    }
    for (int i = low.length - 1; i >= 0; i--) {
      double px = horizontal.getDisplayPosition(x[i]);
      band.getElements().add(new LineTo(px, vertical.getDisplayPosition(low[i])));
    }
    if (low.length > 0) {
      band.getElements().add(new ClosePath());
    }
  }

  private void style(String name, boolean on) {
    for (Node node : List.of(line, markers)) {
      node.getStyleClass().remove(name);
      if (on) {
        node.getStyleClass().add(name);
      }
    }
  }
}
