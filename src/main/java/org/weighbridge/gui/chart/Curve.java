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
  final CurveData data;
  private final Path band = new Path();
  private final Path line = new Path();
  private final Path markers = new Path();
  private boolean selected;

  Curve(CurveData data) {
    this.data = data;
    band.getStyleClass().setAll("curve-band");
    line.getStyleClass().setAll("curve");
    markers.getStyleClass().setAll("curve-markers");
    Series.colour(data.colour(), band, line, markers);
    Series.dash(data.colour() / Series.COUNT, line);
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
  }

  List<Node> nodes() {
    return List.of(band, line, markers);
  }

  /** The selected curve is thick and shows its interval; the others stand back. */
  void setSelected(boolean on) {
    selected = on;
    band.setVisible(on);
    for (Node node : List.of(line, markers)) {
      node.getStyleClass().remove("selected");
      if (on) {
        node.getStyleClass().add("selected");
      }
    }
  }

  void place(Axis x, Axis y) {
    line.getElements().clear();
    markers.getElements().clear();
    band.getElements().clear();
    for (int i = 0; i < data.points(); i++) {
      double px = x.getDisplayPosition(data.bounds()[i]);
      double py = y.getDisplayPosition(data.accuracy()[i]);
      line.getElements().add(i == 0 ? new MoveTo(px, py) : new LineTo(px, py));
      Series.marker(markers, data.colour(), px, py, selected ? 3.5 : 2.2);
      double upper = y.getDisplayPosition(data.high()[i]);
      band.getElements().add(i == 0 ? new MoveTo(px, upper) : new LineTo(px, upper));
    }
    for (int i = data.points() - 1; i >= 0; i--) {
      double px = x.getDisplayPosition(data.bounds()[i]);
      band.getElements().add(new LineTo(px, y.getDisplayPosition(data.low()[i])));
    }
    if (data.points() > 0) {
      band.getElements().add(new ClosePath());
    }
  }
}
