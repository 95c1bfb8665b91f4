package org.weighbridge.gui.chart;

import java.util.List;

/**
 * Single measurements of one kind.
 *
 * @param key names the series in files and to who hears of a pick
 * @param name what people read of it
 * @param colour of the series, counted from 0; the marker goes with it
 * @param radius of the markers in pixels
 * @param joined whether a line in the series' dash joins them
 * @param dots in any order, or along the line
 */
public record DotSeries(
    String key,
    String name,
    int colour,
    double radius,
    Style style,
    boolean joined,
    List<Dot> dots) {
  /** How far a dot can be trusted, or how much it matters. */
  public enum Style {
    /** Measured. */
    SOLID,
    /** Predicted. */
    HOLLOW,
    /** Measured, and beaten by others or only a step on the way. */
    FAINT
  }

  public DotSeries {
    dots = List.copyOf(dots);
  }

  /** Measurements of their own. */
  public DotSeries(String name, int colour, double radius, List<Dot> dots) {
    this(name, name, colour, radius, Style.SOLID, false, dots);
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
