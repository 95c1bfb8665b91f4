package org.weighbridge.figure;

import java.util.List;

/**
 * Points in the order in which a line joins them.
 *
 * @param name for the legend; empty to leave it out there
 */
public record Series(String name, Style style, List<Point> points) {
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
