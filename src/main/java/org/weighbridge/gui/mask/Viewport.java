package org.weighbridge.gui.mask;

/**
 * Which part of a matrix is seen, in a window of so many pixels.
 *
 * <p>When the whole matrix is fitted its weights may be oblong, so that a matrix of 10 rows and 500
 * columns fills the window too; zooming in ends at square ones.
 *
 * @param left column at the left edge of the window
 * @param top row at the upper edge
 * @param scaleX pixels per column
 * @param scaleY pixels per row
 */
record Viewport(double left, double top, double scaleX, double scaleY) {
  /** Pixels per weight when zoomed in as far as it goes. */
  static final double CLOSEST = 56;

  private static final double MOST_OBLONG = 48;

  /** The whole matrix in the middle of the window. */
  static Viewport fit(int rows, int columns, double width, double height) {
    double x = Math.min(CLOSEST, width / Math.max(1, columns));
    double y = Math.min(CLOSEST, height / Math.max(1, rows));
    x = Math.min(x, y * MOST_OBLONG);
    y = Math.min(y, x * MOST_OBLONG);
    return new Viewport(0, 0, x, y).within(rows, columns, width, height);
  }

  /** Zoomed by a factor around a pixel of the window, never out beyond the whole matrix. */
  Viewport zoom(
      double factor, double px, double py, int rows, int columns, double width, double height) {
    Viewport whole = fit(rows, columns, width, height);
    double x = Math.clamp(scaleX * factor, whole.scaleX, Math.max(CLOSEST, whole.scaleX));
    double y = Math.clamp(scaleY * factor, whole.scaleY, Math.max(CLOSEST, whole.scaleY));
    double column = left + px / scaleX;
    double row = top + py / scaleY;
    return new Viewport(column - px / x, row - py / y, x, y).within(rows, columns, width, height);
  }

  /** Moved by pixels. */
  Viewport pan(double dx, double dy, int rows, int columns, double width, double height) {
    return new Viewport(left - dx / scaleX, top - dy / scaleY, scaleX, scaleY)
        .within(rows, columns, width, height);
  }

  int column(double px) {
    return (int) Math.floor(left + px / scaleX);
  }

  int row(double py) {
    return (int) Math.floor(top + py / scaleY);
  }

  private Viewport within(int rows, int columns, double width, double height) {
    return new Viewport(
        edge(left, columns, width / scaleX), edge(top, rows, height / scaleY), scaleX, scaleY);
  }

  private static double edge(double from, double size, double seen) {
    return seen >= size ? (size - seen) / 2 : Math.clamp(from, 0, size - seen);
  }
}
