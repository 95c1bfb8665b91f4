package org.weighbridge.gui.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** A vertical line at an error bound, or a step of a coder, that can be dragged along the axis. */
final class BoundMarker {
  private final DoubleProperty bound = new SimpleDoubleProperty(this, "bound", Double.NaN);
  private final ReadOnlyBooleanWrapper dragging = new ReadOnlyBooleanWrapper(this, "dragging");
  private final Line line = new Line();
  private final Line grip = new Line();
  private final Polygon handle = new Polygon(0, -7, 6, 0, -6, 0);
  private final Label label = new Label();

  /**
   * @param boundAt the bound at a horizontal place of the scene
   */
  BoundMarker(DoubleUnaryOperator boundAt) {
    line.getStyleClass().add("bound-line");
    line.setMouseTransparent(true);
    grip.getStyleClass().add("bound-grip");
    grip.setStrokeWidth(14);
    handle.getStyleClass().add("bound-handle");
    label.getStyleClass().add("bound-label");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setCursor(Cursor.H_RESIZE);
      node.addEventHandler(
          MouseEvent.MOUSE_PRESSED,
          press -> {
            dragging.set(true);
            press.consume();
          });
      node.addEventHandler(
          MouseEvent.MOUSE_DRAGGED,
          drag -> {
            bound.set(boundAt.applyAsDouble(drag.getSceneX()));
            drag.consume();
          });
      node.addEventHandler(
          MouseEvent.MOUSE_RELEASED,
          release -> {
            dragging.set(false);
            release.consume();
          });
    }
  }

  List<Node> nodes() {
    return List.of(line, grip, handle, label);
  }

  DoubleProperty boundProperty() {
    return bound;
  }

  /** Whether the mouse holds the marker: a whole drag is one choice. */
  ReadOnlyBooleanProperty draggingProperty() {
    return dragging.getReadOnlyProperty();
  }

  void place(double px, double width, double height, Scale scale) {
    boolean visible = px >= 0 && px <= width; // false for NaN too
    nodes().forEach(node -> node.setVisible(visible));
    if (!visible) {
      return;
    }
    for (Line vertical : List.of(line, grip)) {
      vertical.setStartX(px);
      vertical.setEndX(px);
      vertical.setStartY(0);
      vertical.setEndY(height);
    }
    handle.relocate(px - 6, height - 8);
    label.setText(scale.marked(bound.get()));
    label.applyCss();
    label.autosize();
    double left = px + 5 + label.getWidth() > width ? px - 5 - label.getWidth() : px + 5;
    label.relocate(left, height - label.getHeight() - 4);
  }
}
