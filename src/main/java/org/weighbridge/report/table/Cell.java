package org.weighbridge.report.table;

import org.weighbridge.figure.Numbers;

/**
 * One value of a table.
 *
 * @param text as people read it, rounded and with its unit
 * @param exact for other programs, in full precision and without a unit; empty where there is none
 */
public record Cell(String text, String exact) {
  /** What people see where there is no value. */
  public static final String UNKNOWN = "–";

  /** There is no value. */
  public static final Cell NONE = new Cell("", "");

  /** The value is not known. */
  public static Cell unknown() {
    return new Cell(UNKNOWN, "");
  }

  public static Cell words(String words) {
    return new Cell(words, words);
  }

  /** A number of things, bytes among them. */
  public static Cell count(long count) {
    return new Cell(Numbers.count(count), Long.toString(count));
  }

  /** A fraction, shown as percentage. */
  public static Cell percent(double fraction) {
    return finite(fraction, Numbers.percent(fraction));
  }

  /** A difference in percentage points. */
  public static Cell points(double points) {
    return finite(points, Numbers.points(points));
  }

  /** A compression ratio. */
  public static Cell ratio(double ratio) {
    return finite(ratio, Numbers.ratio(ratio));
  }

  /** An error bound, or an error. */
  public static Cell bound(double bound) {
    return finite(bound, Numbers.bound(bound));
  }

  /** A number with so many decimals. */
  public static Cell fixed(double value, int decimals) {
    return finite(value, Numbers.fixed(value, decimals));
  }

  /** A number for other programs alone. */
  public static Cell exact(double value) {
    return finite(value, Double.toString(value));
  }

  /** A time in nanoseconds; in full it is seconds. */
  public static Cell seconds(long nanos) {
    return new Cell(Numbers.duration(nanos), Double.toString(nanos / 1e9));
  }

  /** The same value with other words for people. */
  public Cell shownAs(String words) {
    return new Cell(words, exact);
  }

  private static Cell finite(double value, String text) {
    return Double.isFinite(value) ? new Cell(text, Double.toString(value)) : unknown();
  }
}
