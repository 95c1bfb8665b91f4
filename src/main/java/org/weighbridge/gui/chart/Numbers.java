package org.weighbridge.gui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Error bounds as people write them. */
final class Numbers {
  private static final double[] STEPS = {1, 2, 5, 10};

  private Numbers() {}

  /** Three significant digits, such as 2.00e-2. */
  static String bound(double value) {
    return String.format(Locale.ROOT, "%.2e", value).replaceAll("e([+-])0", "e$1");
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
