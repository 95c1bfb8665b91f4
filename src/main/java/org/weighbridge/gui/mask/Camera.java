package org.weighbridge.gui.mask;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of a matrix is seen; shared by pictures of the same size that show it. */
final class Camera {
  private final List<Runnable> listeners = new ArrayList<>();
  private int rows;
  private int columns;
  private double width = 1;
  private double height = 1;
  private @Nullable Viewport zoomed; // null: the whole

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Another matrix: all of it is seen. */
  void look(int newRows, int newColumns) {
    rows = newRows;
    columns = newColumns;
    fit();
  }

  /** The size of each picture in pixels of the window. */
  void resize(double newWidth, double newHeight) {
    if (newWidth != width || newHeight != height) {
      width = Math.max(1, newWidth);
      height = Math.max(1, newHeight);
      changed();
    }
  }

  Viewport view() {
    Viewport now = zoomed;
    return now == null
        ? Viewport.fit(rows, columns, width, height)
        : now.pan(0, 0, rows, columns, width, height);
  }

  boolean whole() {
    return zoomed == null;
  }

  void fit() {
    zoomed = null;
    changed();
  }

  /** Zooms around the middle. */
  void zoom(double factor) {
    zoom(factor, width / 2, height / 2);
  }

  /** Zooms around a pixel. */
  void zoom(double factor, double px, double py) {
    Viewport to = view().zoom(factor, px, py, rows, columns, width, height);
    zoomed = to.equals(Viewport.fit(rows, columns, width, height)) ? null : to;
    changed();
  }

  void pan(double dx, double dy) {
    if (zoomed != null) {
      zoomed = view().pan(dx, dy, rows, columns, width, height);
      changed();
    }
  }

  /** Moves so that a place of the matrix is in the middle. */
  void centre(double row, double column) {
    Viewport now = view();
    pan(
        width / 2 - (column - now.left()) * now.scaleX(),
        height / 2 - (row - now.top()) * now.scaleY());
  }

  /** The weights that are seen, at least in part. */
  Block seen() {
    Viewport now = view();
    return new Block(
        Math.clamp(now.row(0), 0, rows - 1),
        Math.clamp(now.row(height - 1e-6), 0, rows - 1),
        Math.clamp(now.column(0), 0, columns - 1),
        Math.clamp(now.column(width - 1e-6), 0, columns - 1));
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
