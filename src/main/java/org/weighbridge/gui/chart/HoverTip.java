package org.weighbridge.gui.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;

/** Exact values beside the pointer and a ring around the point they belong to. */
final class HoverTip {
  private static final double GAP = 10;

  private final Label label = new Label();
  private final Circle ring = new Circle(6);

  HoverTip() {
    label.getStyleClass().add("plot-tip");
    label.setManaged(false);
    ring.getStyleClass().add("plot-ring");
    ring.setManaged(false);
    for (Node node : nodes()) {
      node.setMouseTransparent(true);
      node.setVisible(false);
    }
  }

  List<Node> nodes() {
    return List.of(ring, label);
  }

  void show(PlotRegion.Hover hover, double width, double height) {
    ring.setCenterX(hover.px());
    ring.setCenterY(hover.py());
    label.setText(hover.text());
    label.applyCss();
    label.autosize();
    double x = hover.px() + GAP;
    if (x + label.getWidth() > width) {
      x = hover.px() - GAP - label.getWidth();
    }
    double y = Math.min(hover.py() + GAP, height - label.getHeight());
    label.relocate(Math.max(0, x), Math.max(0, y));
    nodes().forEach(node -> node.setVisible(true));
  }

  void hide() {
    nodes().forEach(node -> node.setVisible(false));
  }
}
