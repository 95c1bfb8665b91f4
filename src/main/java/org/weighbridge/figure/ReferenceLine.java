package org.weighbridge.figure;

/**
 * A line across the plot, such as the accuracy budget or the error bound.
 *
 * @param direction how it lies
 * @param at its place on the axis it crosses
 * @param label a word or two beside it
 */
public record ReferenceLine(Direction direction, double at, String label) {
  /** How a line lies. */
  public enum Direction {
    /** At a y. */
    HORIZONTAL,
    /** At an x. */
    VERTICAL
  }

  public static ReferenceLine horizontal(double y, String label) {
    return new ReferenceLine(Direction.HORIZONTAL, y, label);
  }

  public static ReferenceLine vertical(double x, String label) {
    return new ReferenceLine(Direction.VERTICAL, x, label);
  }
}
