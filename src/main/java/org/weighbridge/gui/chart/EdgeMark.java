package org.weighbridge.gui.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Polygon;

/** An arrow at the edge of a plot towards what lies outside of it, with words. */
final class EdgeMark {
  private static final double INSET = 7;

  private final Polygon arrow = new Polygon(0, -6, 5, 4, -5, 4);
  private final Label label = new Label();

  EdgeMark() {
    arrow.getStyleClass().add("edge-arrow");
    label.getStyleClass().addAll("marker-label", "edge-label");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      node.setVisible(false);
    }
  }

  List<Node> nodes() {
    return List.of(arrow, label);
  }

  /** Whether a place in pixels lies in a plot of that size. */
  static boolean inside(double px, double py, double width, double height) {
    return px >= 0 && px <= width && py >= 0 && py <= height;
  }

  void hide() {
    nodes().forEach(node -> node.setVisible(false));
  }

  /** Points to a place outside of a plot of that size; all in pixels of the plot. */
  void place(double px, double py, double width, double height, String words) {
    nodes().forEach(node -> node.setVisible(true));
    double across = Math.clamp(px, INSET, Math.max(INSET, width - INSET));
    double down = Math.clamp(py, INSET, Math.max(INSET, height - INSET));
    boolean upright = py < 0 || py > height;
    arrow.setRotate(upright ? (py < 0 ? 0 : 180) : (px < 0 ? 270 : 90));
    arrow.setLayoutX(across);
    arrow.setLayoutY(down);
    label.setText(words);
    label.applyCss();
    label.autosize();
    boolean right = across + INSET + label.getWidth() <= width;
    label.relocate(
        right ? across + INSET : Math.max(0, across - INSET - label.getWidth()),
        Math.clamp(down - label.getHeight() / 2, 1, Math.max(1, height - label.getHeight() - 1)));
  }
}
