package org.weighbridge.gui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Chooses a part of a plot by dragging with shift; a click with shift chooses all of it again. */
final class Brush {
  private static final double LEAST_PIXELS = 4;

  private final PlotRegion plot;
  private final Rectangle frame = new Rectangle();
  private Consumer<@Nullable Rectangle2D> onChosen = chosen -> {};
  private @Nullable Point2D start;
  private @Nullable Rectangle2D chosen;

  Brush(PlotRegion plot) {
    this.plot = plot;
    frame.getStyleClass().add("brush");
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    frame.setVisible(false);
    plot.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    plot.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    plot.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
  }

  List<Node> nodes() {
    return List.of(frame);
  }

  void setOnChosen(Consumer<@Nullable Rectangle2D> action) {
    onChosen = action;
  }

  /** Chooses nothing, and tells nobody. */
  void clear() {
    chosen = null;
    place();
  }

  private void press(MouseEvent press) {
    if (press.isShiftDown() && press.getButton() == MouseButton.PRIMARY) {
      start = at(press);
      press.consume();
    }
  }

  private void drag(MouseEvent drag) {
    var from = start;
    if (from != null) {
      Point2D to = at(drag);
      chosen = between(from, to);
      place();
      drag.consume();
    }
  }

  private void release(MouseEvent release) {
    var from = start;
    if (from != null) {
      start = null;
      chosen = from.distance(at(release)) < LEAST_PIXELS ? null : between(from, at(release));
      place();
      onChosen.accept(chosen);
      release.consume();
    }
  }

  private Point2D at(MouseEvent event) {
    return plot.toPlot(event.getSceneX(), event.getSceneY());
  }

  /** In units of the axes. */
  private Rectangle2D between(Point2D one, Point2D other) {
    double left = plot.x.getValueForDisplay(Math.min(one.getX(), other.getX()));
    double right = plot.x.getValueForDisplay(Math.max(one.getX(), other.getX()));
    double low = plot.y.getValueForDisplay(Math.max(one.getY(), other.getY()));
    double high = plot.y.getValueForDisplay(Math.min(one.getY(), other.getY()));
    return new Rectangle2D(left, low, Math.max(0, right - left), Math.max(0, high - low));
  }

  void place() {
    var part = chosen;
    frame.setVisible(part != null);
    if (part != null) {
      double left = plot.x.getDisplayPosition(part.getMinX());
      double top = plot.y.getDisplayPosition(part.getMaxY());
      frame.setX(left);
      frame.setY(top);
      frame.setWidth(plot.x.getDisplayPosition(part.getMaxX()) - left);
      frame.setHeight(plot.y.getDisplayPosition(part.getMinY()) - top);
    }
  }
}
