package org.weighbridge.gui.mask;

import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** One picture of the mask view, what is said at a place of it, and the region that is brushed. */
final class MaskCanvas extends Region {
  private final Camera camera;
  private final MaskImage image = new MaskImage();
  private final CellValues values = new CellValues();
  private final MiniMap map;
  private final Rectangle frame = new Rectangle();
  private final Rectangle cell = new Rectangle();
  private final Label caption = new Label();
  private final Label message = new Label();
  private final Label tip = new Label();
  private final Rectangle clip = new Rectangle();
  private @Nullable Shading shading;
  private @Nullable Block region;

  MaskCanvas(Camera camera) {
    this.camera = camera;
    map = new MiniMap(camera);
    getStyleClass().add("mask-frame");
    message.getStyleClass().add("hint");
    message.setWrapText(true);
    caption.getStyleClass().add("mask-caption");
    caption.setManaged(false);
    caption.setWrapText(true);
    caption.setMouseTransparent(true);
    tip.getStyleClass().add("mask-tip");
    tip.setManaged(false);
    tip.setMouseTransparent(true);
    frame.getStyleClass().add("mask-region");
    cell.getStyleClass().add("mask-cell");
    for (Rectangle rectangle : java.util.List.of(frame, cell)) {
      rectangle.setManaged(false);
      rectangle.setMouseTransparent(true);
      rectangle.setVisible(false);
    }
    hideTip();
    setClip(clip);
    getChildren().addAll(image, values, frame, cell, caption, map, message, tip);
    camera.onChange(this::requestLayout);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, exit -> hideTip());
  }

  /** Shows a text in place of a picture. */
  void message(String text) {
    message.setText(text);
    shading = null;
    hideTip();
    requestLayout();
  }

  void show(Shading next) {
    shading = next;
    boolean empty = next.source().original().size() == 0;
    message.setText(empty ? "This layer has no weights." : "");
    caption.setText(MaskText.caption(next));
    requestLayout();
  }

  @Nullable Shading shading() {
    return shading;
  }

  /** Whether the picture is what was asked for last. */
  boolean painted() {
    return shading != null && !isNeedsLayout() && image.shows(shading);
  }

  /** Frames a region; null for none. */
  void mark(@Nullable Block block) {
    region = block;
    requestLayout();
  }

  /** Says what is in the middle. */
  void readMiddle() {
    Shading shown = shading;
    if (shown != null && shown.source().original().size() > 0) {
      say(shown, camera.view(), getWidth() / 2, getHeight() / 2);
    }
  }

  void hideTip() {
    tip.setVisible(false);
    cell.setVisible(false);
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
    Shading matrix = shading;
    boolean shown = matrix != null && width >= 1 && height >= 1 && message.getText().isEmpty();
    image.setVisible(shown);
    values.setVisible(false);
    map.setVisible(false);
    frame.setVisible(shown && region != null);
    caption.setVisible(shown && !caption.getText().isEmpty());
    if (matrix == null || !shown) {
      return;
    }
    Viewport view = camera.view();
    image.look(matrix, view, width, height, density());
    values.write(matrix, view, camera.seen(), width, height);
    map.place(matrix, width, height, density());
    double captionWidth = Math.min(width - 8, caption.prefWidth(-1));
    caption.resize(captionWidth, caption.prefHeight(captionWidth));
    caption.relocate(4, 4);
    if (region != null) {
      outline(frame, view, region);
    }
  }

  private static void outline(Rectangle around, Viewport view, Block block) {
    around.setX((block.firstColumn() - view.left()) * view.scaleX());
    around.setY((block.firstRow() - view.top()) * view.scaleY());
    around.setWidth((block.lastColumn() - block.firstColumn() + 1) * view.scaleX());
    around.setHeight((block.lastRow() - block.firstRow() + 1) * view.scaleY());
  }

  private double density() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getRenderScaleX();
  }

  private void hover(MouseEvent move) {
    Shading shown = shading;
    if (shown == null || shown.source().original().size() == 0) {
      return;
    }
    Viewport view = camera.view();
    int row = view.row(move.getY());
    int column = view.column(move.getX());
    var matrix = shown.pyramid();
    if (row < 0 || row >= matrix.rows() || column < 0 || column >= matrix.columns()) {
      hideTip();
    } else {
      say(shown, view, move.getX(), move.getY());
    }
  }

  private void say(Shading shown, Viewport view, double px, double py) {
    var matrix = shown.pyramid();
    int row = Math.clamp(view.row(py), 0, matrix.rows() - 1);
    int column = Math.clamp(view.column(px), 0, matrix.columns() - 1);
    boolean single = view.scaleX() >= 1 && view.scaleY() >= 1;
    int toRow = Math.min(matrix.rows(), Math.max(row + 1, view.row(py + 1)));
    int toColumn = Math.min(matrix.columns(), Math.max(column + 1, view.column(px + 1)));
    tip.setText(
        single
            ? MaskText.weight(shown, row, column)
            : MaskText.block(shown, row, toRow, column, toColumn));
    tip.setVisible(true);
    tip.applyCss();
    tip.autosize();
    double x = px + 14;
    double y = py + 14;
    tip.relocate(
        Math.max(0, x + tip.getWidth() > getWidth() ? x - 28 - tip.getWidth() : x),
        Math.max(0, Math.min(y, getHeight() - tip.getHeight())));
    cell.setVisible(view.scaleX() >= 4 && view.scaleY() >= 4);
    outline(cell, view, new Block(row, row, column, column));
  }
}
