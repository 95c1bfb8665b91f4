package org.weighbridge.gui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Error bounds and sizes as people write them. */
final class Numbers {
  private static final double[] STEPS = {1, 2, 5, 10};

  private static final String[] UNITS = {"kB", "MB", "GB"};

  private Numbers() {}

  /** Three significant digits, such as 2.00e-2. */
  static String bound(double value) {
    return String.format(Locale.ROOT, "%.2e", value).replace("e-0", "e-").replaceAll("e\\+0?", "e");
  }

  /** Three significant digits and a decimal unit, such as 41.3 kB. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String digits = value < 9.995 ? "%.2f %s" : value < 99.95 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, digits, value, UNITS[unit]);
  }

  /** The nearest number of three significant digits. */
  static double round(double value) {
    return new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }

  /** The next larger of ..., 1, 2, 5, 10, ... */
  static double stepUp(double value) {
    double decade = decade(value);
    for (double step : STEPS) {
      if (step * decade > value * (1 + 1e-9)) {
        return round(step * decade);
      }
    }
    return round(20 * decade);
  }

  /** The next smaller of ..., 1, 2, 5, 10, ... */
  static double stepDown(double value) {
    double decade = decade(value);
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * decade < value * (1 - 1e-9)) {
        return round(STEPS[i] * decade);
      }
    }
    return round(decade / 2);
  }

  private static double decade(double value) {
    return Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
  }
}
