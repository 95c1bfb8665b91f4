package org.weighbridge.figure.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Ticks;
import org.weighbridge.figure.Ticks.Tick;

/** As many marks as their labels leave room for. */
final class FittingTicks {
  private static final int MOST = 12;
  private static final double APART = 7;

  private FittingTicks() {}

  /** Marks along a horizontal axis: those that it names, or round ones. */
  static Ticks horizontal(Axis axis, Span span, double length) {
    return axis.named().isEmpty() ? horizontal(span, length) : named(axis.named(), span, length);
  }

  /** Every one, or every second, third and so on where the labels need it. */
  private static Ticks named(List<Tick> names, Span span, double length) {
    var shown = names.stream().filter(tick -> span.contains(tick.at())).toList();
    for (int every = 1; every < shown.size(); every++) {
      int step = every;
      var some = IntStream.range(0, shown.size()).filter(i -> i % step == 0).mapToObj(shown::get);
      var ticks = new Ticks(some.toList(), List.of());
      if (fit(ticks.major(), span, length)) {
        return ticks;
      }
    }
    return new Ticks(shown, List.of());
  }

  /** Marks along a horizontal axis of some length in points. */
  static Ticks horizontal(Span span, double length) {
    for (int most = MOST; most > 2; most--) {
      Ticks ticks = Ticks.of(span, most);
      if (fit(ticks.major(), span, length)) {
        return ticks;
      }
    }
    return Ticks.of(span, 2);
  }

  /** Marks along a vertical axis of some length in points: two at least, to tell its scale. */
  static Ticks vertical(Span span, double length) {
    int most = Math.clamp((int) (length / 17), 2, MOST);
    Ticks ticks = Ticks.of(span, most);
    while (ticks.major().size() < 2 && most < MOST) {
      most++;
      ticks = Ticks.of(span, most);
    }
    return ticks;
  }

  private static boolean fit(List<Tick> ticks, Span span, double length) {
    for (int i = 1; i < ticks.size(); i++) {
      double between = length * (span.place(ticks.get(i).at()) - span.place(ticks.get(i - 1).at()));
      double needed = (width(ticks.get(i)) + width(ticks.get(i - 1))) / 2 + APART;
      if (between < needed) {
        return false;
      }
    }
    return true;
  }

  private static double width(Tick tick) {
    return Pen.width(tick.label(), Fonts.TEXT);
  }

  /** The width of the widest label. */
  static double widest(Ticks ticks) {
    return ticks.major().stream().mapToDouble(FittingTicks::width).max().orElse(0);
  }
}
