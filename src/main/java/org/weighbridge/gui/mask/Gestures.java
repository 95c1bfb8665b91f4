package org.weighbridge.gui.mask;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the mouse does on a picture: the wheel zooms, a drag moves, a drag with Shift brushes a
 * region, a click ends it, a double click shows the whole.
 */
final class Gestures {
  private static final double WHEEL = 1.25;
  private static final double STILL = 3;

  private final MaskCanvas canvas;
  private final Camera camera;
  private final Consumer<@Nullable Block> brushed;
  private double pressX;
  private double pressY;
  private double dragX;
  private double dragY;
  private boolean brushing;
  private boolean moved;

  private Gestures(MaskCanvas canvas, Camera camera, Consumer<@Nullable Block> brushed) {
    this.canvas = canvas;
    this.camera = camera;
    this.brushed = brushed;
  }

  /**
   * @param brushed told the region while it is brushed, and null when it is over
   */
  static void on(MaskCanvas canvas, Camera camera, Consumer<@Nullable Block> brushed) {
    var gestures = new Gestures(canvas, camera, brushed);
    canvas.addEventHandler(ScrollEvent.SCROLL, gestures::wheel);
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::press);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, gestures::release);
  }

  private void wheel(ScrollEvent scroll) {
    if (scroll.getDeltaY() != 0) {
      canvas.hideTip();
      camera.zoom(scroll.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, scroll.getX(), scroll.getY());
      scroll.consume();
    }
  }

  private void press(MouseEvent press) {
    pressX = press.getX();
    pressY = press.getY();
    dragX = pressX;
    dragY = pressY;
    brushing = press.isShiftDown() && press.getButton() == MouseButton.PRIMARY;
    moved = false;
    if (press.getButton() == MouseButton.PRIMARY && press.getClickCount() == 2) {
      camera.fit();
    }
  }

  private void drag(MouseEvent drag) {
    moved = moved || Math.hypot(drag.getX() - pressX, drag.getY() - pressY) > STILL;
    if (!moved) {
      return;
    }
    canvas.hideTip();
    canvas.setCursor(brushing ? Cursor.CROSSHAIR : Cursor.CLOSED_HAND);
    if (brushing) {
      var shading = canvas.shading();
      if (shading != null) {
        brushed.accept(block(shading.pyramid(), drag));
      }
    } else {
      camera.pan(drag.getX() - dragX, drag.getY() - dragY);
    }
    dragX = drag.getX();
    dragY = drag.getY();
  }

  private void release(MouseEvent release) {
    canvas.setCursor(null);
    if (!moved && !brushing && release.getButton() == MouseButton.PRIMARY) {
      brushed.accept(null);
    }
  }

  /** Between the press and now; outside counts as the edge. */
  private Block block(DensityPyramid matrix, MouseEvent now) {
    Viewport view = camera.view();
    int row = Math.clamp(view.row(pressY), 0, matrix.rows() - 1);
    int column = Math.clamp(view.column(pressX), 0, matrix.columns() - 1);
    int otherRow = Math.clamp(view.row(now.getY()), 0, matrix.rows() - 1);
    int otherColumn = Math.clamp(view.column(now.getX()), 0, matrix.columns() - 1);
    return new Block(
        Math.min(row, otherRow),
        Math.max(row, otherRow),
        Math.min(column, otherColumn),
        Math.max(column, otherColumn));
  }
}
