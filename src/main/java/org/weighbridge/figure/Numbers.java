package org.weighbridge.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them, the same in figures, tables, the window and on the terminal. */
public final class Numbers {
  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

  private Numbers() {}

  /** Three or more digits and a decimal unit: {@code 812 B}, {@code 49.9 KB}, {@code 1.07 MB}. */
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    // 999.5 and more would be shown with four digits
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return digits(value) + " " + UNITS[unit];
  }

  /** A compression ratio: {@code 57.3×}. */
  public static String ratio(double ratio) {
    return ratio >= 1000 ? count(Math.round(ratio)) + "×" : fixed(ratio, 1) + "×";
  }

  /** A fraction as percentage with two decimals: {@code 98.37 %}. */
  public static String percent(double fraction) {
    return fixed(100 * fraction, 2) + " %";
  }

  /** A difference in percentage points with its sign: {@code +0.12 pp}. */
  public static String points(double points) {
    String text = String.format(Locale.ROOT, "%+.2f", points);
    return (text.equals("-0.00") ? "+0.00" : text) + " pp";
  }

  /** A probability: {@code 0.016}, {@code below 0.001}. */
  public static String probability(double probability) {
    return probability < 0.001 ? "below 0.001" : fixed(probability, probability < 0.1 ? 3 : 2);
  }

  /** An error bound with up to three digits: {@code 2e-2}, {@code 1.25e-3}, {@code 1e0}. */
  public static String bound(double bound) {
    if (bound == 0 || !Double.isFinite(bound)) {
      return bound == 0 ? "0" : Double.toString(bound);
    }
    var rounded = new BigDecimal(bound).round(new MathContext(3)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** A count in groups of three digits: {@code 266 200}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }

  /** A time: {@code 184 ms}, {@code 2.13 s}, {@code 3 min 05 s}. */
  public static String duration(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 0.9995) {
      double millis = nanos / 1e6;
      return fixed(millis, millis < 9.95 ? 1 : 0) + " ms";
    }
    if (seconds < 59.95) {
      return digits(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
  }

  /** A number with a fixed count of decimals. */
  public static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String digits(double value) {
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return fixed(value, decimals);
  }
}
