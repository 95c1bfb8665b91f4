package org.weighbridge.figure;

import java.util.stream.DoubleStream;

/**
 * The part of an axis that is shown.
 *
 * @param from the lower end; positive on a logarithmic axis
 * @param to the upper end, above {@code from}
 * @param scale how values become places
 */
public record Span(double from, double to, Axis.Scale scale) {
  /** How much room data keep to the ends of an axis. */
  private static final double PADDING = 0.04;

  public Span {
    if (!(from < to) || (scale == Axis.Scale.LOG && !(from > 0))) {
      throw new IllegalArgumentException("a " + scale + " axis from " + from + " to " + to);
    }
  }

  /** What an axis shows of some values: its own ends where it has them, else room for all. */
  public static Span of(Axis axis, DoubleStream values) {
    boolean log = axis.scale() == Axis.Scale.LOG;
    var seen = values.filter(v -> Double.isFinite(v) && (!log || v > 0)).summaryStatistics();
    double low = seen.getCount() == 0 ? (log ? 0.1 : 0) : seen.getMin();
    double high = seen.getCount() == 0 ? 1 : seen.getMax();
    double from = axis.from().orElseGet(() -> padded(low, low, high, -1, log));
    double to = axis.to().orElseGet(() -> padded(high, low, high, 1, log));
    if (from < to) {
      return new Span(from, to, axis.scale());
    }
    // one value only
    return log ? new Span(from / 2, from * 2, axis.scale()) : around(from, axis.scale());
  }

  private static Span around(double value, Axis.Scale scale) {
    double room = value == 0 ? 1 : Math.abs(value) / 2;
    return new Span(value - room, value + room, scale);
  }

  private static double padded(double end, double low, double high, int side, boolean log) {
    return log ? end * Math.pow(high / low, side * PADDING) : end + side * PADDING * (high - low);
  }

  /** Where a value lies: 0 at {@code from}, 1 at {@code to}; NaN when it has no place. */
  public double place(double value) {
    if (scale == Axis.Scale.LINEAR) {
      return (value - from) / (to - from);
    }
    return value > 0 ? Math.log(value / from) / Math.log(to / from) : Double.NaN;
  }

  public boolean contains(double value) {
    return value >= from && value <= to;
  }
}
