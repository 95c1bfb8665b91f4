package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks on an axis.
 *
 * @param major the marks with a label, ascending
 * @param minor the marks without, ascending
 */
public record Ticks(List<Tick> major, List<Double> minor) {
  /** A mark and its label. */
  public record Tick(double at, String label) {}

  /** Ends of a span count as inside despite rounding. */
  private static final double SLACK = 1e-9;

  public Ticks {
    major = List.copyOf(major);
    minor = List.copyOf(minor);
  }

  /**
   * Marks at round values.
   *
   * @param most how many labels there is room for, at least 2
   */
  public static Ticks of(Span span, int most) {
    return span.scale() == Axis.Scale.LOG ? log(span, most) : linear(span, most);
  }

  private static Ticks linear(Span span, int most) {
    double width = span.to() - span.from();
    double power = Math.pow(10, Math.floor(Math.log10(width / most)));
    double step = power;
    int parts = 5;
    for (int factor : new int[] {1, 2, 5, 10}) {
      step = factor * power;
      parts = factor == 2 ? 4 : 5;
      if (width / step <= most) {
        break;
      }
    }
    var major = new ArrayList<Tick>();
    var minor = new ArrayList<Double>();
    double small = step / parts;
    long first = (long) Math.ceil(span.from() / small - SLACK);
    long last = (long) Math.floor(span.to() / small + SLACK);
    for (long i = first; i <= last; i++) {
      double at = i * small;
      if (i % parts == 0) {
        long steps = i / parts;
        major.add(new Tick(at, minus(linearLabel(steps * step, step))));
      } else {
        minor.add(at);
      }
    }
    return new Ticks(major, minor);
  }

  /** As many decimals as the step has; powers of ten where that would be long. */
  private static String linearLabel(double at, double step) {
    int exponent = (int) Math.floor(Math.log10(step) + SLACK);
    if (exponent < -3) {
      return Numbers.bound(at);
    }
    return exponent >= 0 ? Numbers.count(Math.round(at)) : Numbers.fixed(at, -exponent);
  }

  /** The sign as printed: longer than a hyphen. */
  private static String minus(String label) {
    return label.startsWith("-") ? "−" + label.substring(1) : label;
  }

  private static Ticks log(Span span, int most) {
    int low = (int) Math.floor(Math.log10(span.from()) + SLACK);
    int high = (int) Math.ceil(Math.log10(span.to()) - SLACK);
    int decades = 0;
    for (int exponent = low; exponent <= high; exponent++) {
      decades += inside(span, Math.pow(10, exponent)) ? 1 : 0;
    }
    if (decades < 2) {
      return withinDecade(span, low, high, most);
    }
    int every = (decades + most - 1) / most;
    boolean plain = low >= -2 && high <= 4;
    var major = new ArrayList<Tick>();
    var minor = new ArrayList<Double>();
    for (int exponent = low; exponent <= high; exponent++) {
      for (int digit = 1; digit <= 9; digit++) {
        double at = value(digit, exponent);
        if (!inside(span, at)) {
          continue;
        }
        if (digit == 1 && Math.floorMod(exponent, every) == 0) {
          major.add(new Tick(at, logLabel(at, plain)));
        } else if (every == 1 || digit == 1) {
          minor.add(at);
        }
      }
    }
    return new Ticks(major, minor);
  }

  /** Less than two powers of ten: label 1-2-5 steps, or evenly where even those are too few. */
  private static Ticks withinDecade(Span span, int low, int high, int most) {
    var major = new ArrayList<Tick>();
    var minor = new ArrayList<Double>();
    boolean plain = low >= -2 && high <= 4;
    for (int exponent = low; exponent <= high; exponent++) {
      for (int digit = 1; digit <= 9; digit++) {
        double at = value(digit, exponent);
        if (!inside(span, at)) {
          continue;
        }
        if (digit == 1 || digit == 2 || digit == 5) {
          major.add(new Tick(at, logLabel(at, plain)));
        } else {
          minor.add(at);
        }
      }
    }
    return major.size() >= 2
        ? new Ticks(major, minor)
        : linear(new Span(span.from(), span.to(), Axis.Scale.LINEAR), Math.min(most, 5));
  }

  /** digit × 10^exponent, correctly rounded. */
  private static double value(int digit, int exponent) {
    return Double.parseDouble(digit + "e" + exponent);
  }

  private static boolean inside(Span span, double at) {
    return at >= span.from() * (1 - SLACK) && at <= span.to() * (1 + SLACK);
  }

  private static String logLabel(double at, boolean plain) {
    if (!plain) {
      return Numbers.bound(at);
    }
    return at >= 1 ? Numbers.count(Math.round(at)) : Numbers.fixed(at, at < 0.1 ? 2 : 1);
  }
}
