package org.weighbridge.gui.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** A labelled vertical line at a value of the horizontal axis. */
final class ValueMarker {
  private final double value;
  private final Line line = new Line();
  private final Label label;

  ValueMarker(double value, String text) {
    this.value = value;
    label = new Label(text);
    line.getStyleClass().add("marker-line");
    label.getStyleClass().add("marker-label");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
  }

  List<Node> nodes() {
    return List.of(line, label);
  }

  double value() {
    return value;
  }

  void place(double px, double width, double height) {
    line.setStartX(px);
    line.setEndX(px);
    line.setEndY(height);
    label.applyCss();
    label.autosize();
    double left = Math.clamp(px - label.getWidth() / 2, 0, Math.max(0, width - label.getWidth()));
    label.relocate(left, 2);
    boolean visible = px >= 0 && px <= width;
    nodes().forEach(node -> node.setVisible(visible));
  }
}
