package org.weighbridge.gui.runs;

/**
 * All numbers between two.
 *
 * @param low inclusive
 * @param high inclusive
 */
record Interval(double low, double high) {
  static Interval between(double one, double other) {
    return new Interval(Math.min(one, other), Math.max(one, other));
  }

  /** Whether it holds a value; never one that is not known. */
  boolean holds(double value) {
    return value >= low && value <= high;
  }
}
