package org.weighbridge.gui.runs;

/**
 * Where axes and values of parallel coordinates lie in a picture.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param axes how many, at least 1
 */
record PlotGeometry(double width, double height, int axes) {
  /** Room above for names and upper ends, and below for lower ends. */
  static final double TOP = 34;

  static final double BOTTOM = 20;

  /** How wide the text of an axis may be. */
  double slot() {
    return width / axes;
  }

  /** The horizontal place of an axis. */
  double x(int axis) {
    return (axis + 0.5) * slot();
  }

  /** The vertical place of a height from 0 to 1. */
  double y(double at) {
    return TOP + (1 - at) * scale();
  }

  /** The height from 0 to 1 at a vertical place; places outside count as the ends. */
  double at(double y) {
    return Math.clamp(1 - (y - TOP) / scale(), 0, 1);
  }

  /** The axis within {@code reach} pixels of a place, -1 for none. */
  int axis(double x, double reach) {
    int nearest = Math.clamp((int) (x / slot()), 0, axes - 1);
    return Math.abs(x - x(nearest)) <= reach ? nearest : -1;
  }

  /**
   * How far a place is from the line through these heights; infinite from a line that is nowhere
   * drawn. Between an unknown height and its neighbours nothing is drawn.
   *
   * @param at one height per axis, NaN where unknown
   */
  double distance(double[] at, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < at.length; i++) {
      if (Double.isNaN(at[i])) {
        continue;
      }
      nearest = Math.min(nearest, Math.hypot(x - x(i), y - y(at[i])));
      if (i + 1 < at.length && !Double.isNaN(at[i + 1])) {
        nearest = Math.min(nearest, toSegment(x, y, x(i), y(at[i]), x(i + 1), y(at[i + 1])));
      }
    }
    return nearest;
  }

  private double scale() {
    return Math.max(1, height - TOP - BOTTOM);
  }

  private static double toSegment(double x, double y, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double along = Math.clamp(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0, 1);
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
  }
}
