package org.weighbridge.gui.mask;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.weighbridge.tensor.Shape;

/** The picture of the mask view: zoom, pan, the value under the pointer, a map when zoomed. */
final class MaskCanvas extends Region {
  private static final double MAP_SIDE = 72;
  private static final double WHEEL = 1.25;
  private static final double STEP = 48;

  private final MaskImage image = new MaskImage();
  private final MaskImage map = new MaskImage();
  private final Rectangle mapEdge = new Rectangle();
  private final Rectangle mapFrame = new Rectangle();
  private final Label message = new Label();
  private final Label tip = new Label();
  private final Rectangle clip = new Rectangle();
  private @Nullable DensityPyramid pyramid;
  private Shape shape = Shape.of();
  private MaskMode mode = MaskMode.MASK;
  private @Nullable Viewport view; // null: the whole
  private double dragX;
  private double dragY;

  MaskCanvas() {
    getStyleClass().add("mask-frame");
    message.getStyleClass().add("hint");
    message.setWrapText(true);
    tip.getStyleClass().add("mask-tip");
    tip.setManaged(false);
    tip.setMouseTransparent(true);
    tip.setVisible(false);
    mapEdge.getStyleClass().add("mini-map-edge");
    mapFrame.getStyleClass().add("mini-map");
    for (Rectangle rectangle : List.of(mapEdge, mapFrame)) {
      rectangle.setManaged(false);
      rectangle.setMouseTransparent(true);
    }
    map.setMouseTransparent(true);
    setClip(clip);
    getChildren().addAll(image, map, mapEdge, mapFrame, message, tip);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, release -> setCursor(null));
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, exit -> tip.setVisible(false));
  }

  /** Shows a text in place of a picture. */
  void message(String text) {
    message.setText(text);
    pyramid = null;
    view = null;
    tip.setVisible(false);
    requestLayout();
  }

  /** Shows a matrix; its part and zoom stay when it is the same one in another mode. */
  void show(DensityPyramid next, Shape nextShape, MaskMode nextMode) {
    if (next != pyramid) {
      view = null;
    }
    pyramid = next;
    shape = nextShape;
    mode = nextMode;
    message.setText(nextShape.size() == 0 ? "This layer has no weights." : "");
    requestLayout();
  }

  void fit() {
    view = null;
    requestLayout();
  }

  /** Zooms around the middle. */
  void zoom(double factor) {
    zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  void key(KeyEvent key) {
    switch (key.getCode()) {
      case PLUS, ADD, EQUALS -> zoom(2);
      case MINUS, SUBTRACT -> zoom(0.5);
      case LEFT -> pan(STEP, 0);
      case RIGHT -> pan(-STEP, 0);
      case UP -> pan(0, STEP);
      case DOWN -> pan(0, -STEP);
      case HOME, DIGIT0 -> fit();
      default -> {
        return;
      }
    }
    key.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    double textWidth = Math.min(width - 16, message.prefWidth(-1));
    double textHeight = message.prefHeight(textWidth);
    message.resizeRelocate(
        (width - textWidth) / 2, (height - textHeight) / 2, textWidth, textHeight);
    DensityPyramid matrix = pyramid;
    boolean shown = matrix != null && width >= 1 && height >= 1 && shape.size() > 0;
    image.setVisible(shown);
    map.setVisible(shown && view != null);
    mapEdge.setVisible(map.isVisible());
    mapFrame.setVisible(map.isVisible());
    if (matrix == null || !shown) {
      return;
    }
    var painter = new MaskPainter(matrix, mode);
    Viewport seen = viewport(matrix);
    image.paint(painter, seen, width, height, density());
    if (map.isVisible()) {
      placeMap(painter, matrix, seen);
    }
  }

  private void placeMap(MaskPainter painter, DensityPyramid matrix, Viewport seen) {
    Viewport whole = Viewport.fit(matrix.rows(), matrix.columns(), MAP_SIDE, MAP_SIDE);
    double width = Math.max(2, matrix.columns() * whole.scaleX());
    double height = Math.max(2, matrix.rows() * whole.scaleY());
    double left = getWidth() - width - 6;
    map.paint(
        painter, new Viewport(0, 0, whole.scaleX(), whole.scaleY()), width, height, density());
    map.relocate(left, 6);
    mapEdge.setX(left);
    mapEdge.setY(6);
    mapEdge.setWidth(width);
    mapEdge.setHeight(height);
    mapFrame.setX(left + Math.max(0, seen.left()) * whole.scaleX());
    mapFrame.setY(6 + Math.max(0, seen.top()) * whole.scaleY());
    mapFrame.setWidth(Math.min(width, Math.max(3, getWidth() / seen.scaleX() * whole.scaleX())));
    mapFrame.setHeight(Math.min(height, Math.max(3, getHeight() / seen.scaleY() * whole.scaleY())));
  }

  private Viewport viewport(DensityPyramid matrix) {
    Viewport current = view;
    return current == null
        ? Viewport.fit(matrix.rows(), matrix.columns(), getWidth(), getHeight())
        : current.pan(0, 0, matrix.rows(), matrix.columns(), getWidth(), getHeight());
  }

  private double density() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getRenderScaleX();
  }

  private void zoom(double factor, double px, double py) {
    DensityPyramid matrix = pyramid;
    if (matrix == null) {
      return;
    }
    Viewport whole = Viewport.fit(matrix.rows(), matrix.columns(), getWidth(), getHeight());
    Viewport zoomed =
        viewport(matrix)
            .zoom(factor, px, py, matrix.rows(), matrix.columns(), getWidth(), getHeight());
    view = zoomed.equals(whole) ? null : zoomed;
    requestLayout();
  }

  private void pan(double dx, double dy) {
    DensityPyramid matrix = pyramid;
    if (matrix != null && view != null) {
      view = viewport(matrix).pan(dx, dy, matrix.rows(), matrix.columns(), getWidth(), getHeight());
      requestLayout();
    }
  }

  private void wheel(ScrollEvent scroll) {
    if (scroll.getDeltaY() != 0) {
      zoom(scroll.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, scroll.getX(), scroll.getY());
      tip.setVisible(false);
      scroll.consume();
    }
  }

  private void press(MouseEvent press) {
    dragX = press.getX();
    dragY = press.getY();
    if (press.getButton() == MouseButton.PRIMARY && press.getClickCount() == 2) {
      fit();
    }
  }

  private void drag(MouseEvent drag) {
    setCursor(Cursor.CLOSED_HAND);
    tip.setVisible(false);
    pan(drag.getX() - dragX, drag.getY() - dragY);
    dragX = drag.getX();
    dragY = drag.getY();
  }

  private void hover(MouseEvent move) {
    DensityPyramid matrix = pyramid;
    if (matrix == null || shape.size() == 0) {
      return;
    }
    Viewport seen = viewport(matrix);
    int row = seen.row(move.getY());
    int column = seen.column(move.getX());
    boolean inside = row >= 0 && row < matrix.rows() && column >= 0 && column < matrix.columns();
    tip.setVisible(inside);
    if (inside) {
      tip.setText(text(matrix, seen, move.getX(), move.getY()));
      tip.applyCss();
      tip.autosize();
      double x = move.getX() + 14;
      double y = move.getY() + 14;
      tip.relocate(
          Math.max(0, x + tip.getWidth() > getWidth() ? x - 28 - tip.getWidth() : x),
          Math.max(0, Math.min(y, getHeight() - tip.getHeight())));
    }
  }

  private String text(DensityPyramid matrix, Viewport seen, double px, double py) {
    int row = seen.row(py);
    int column = seen.column(px);
    if (seen.scaleX() >= 1 && seen.scaleY() >= 1) {
      return MaskText.weight(shape, matrix, row, column);
    }
    int toRow = Math.min(matrix.rows(), Math.max(row + 1, seen.row(py + 1)));
    int toColumn = Math.min(matrix.columns(), Math.max(column + 1, seen.column(px + 1)));
    return MaskText.block(matrix, row, toRow, column, toColumn);
  }
}
