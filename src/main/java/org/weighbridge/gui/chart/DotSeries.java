package org.weighbridge.gui.chart;

import java.util.List;

/**
 * Single measurements of one kind.
 *
 * @param name what the legend shows
 * @param colour of the series, counted from 0; the marker goes with it
 * @param radius of the markers in pixels
 * @param dots in any order
 */
public record DotSeries(String name, int colour, double radius, List<Dot> dots) {
  public DotSeries {
    dots = List.copyOf(dots);
  }

  /**
   * One measurement.
   *
   * @param y in units of the vertical axis, with an error bar of {@code margin} to both sides; no
   *     bar where that is NaN
   * @param text what is known of it, in lines
   */
  public record Dot(double x, double y, double margin, String text) {}
}
