package org.weighbridge.figure;

import java.util.List;

/**
 * Points in the order in which a line joins them.
 *
 * @param name of its data
 * @param listed whether the legend names it
 */
public record Series(String name, Style style, List<Point> points, boolean listed) {
  /** With its name in the legend, unless that is empty. */
  public Series(String name, Style style, List<Point> points) {
    this(name, style, points, !name.isEmpty());
  }

  /** The same without its name in the legend. */
  public Series unlisted() {
    return new Series(name, style, points, false);
  }

  /**
   * A point and the interval that holds its true value.
   *
   * @param low lower end of the interval; equal to {@code y} where there is none
   * @param high upper end of the interval; equal to {@code y} where there is none
   */
  public record Point(double x, double y, double low, double high) {
    public static Point of(double x, double y) {
      return new Point(x, y, y, y);
    }
  }

  public Series {
    points = List.copyOf(points);
  }
}
