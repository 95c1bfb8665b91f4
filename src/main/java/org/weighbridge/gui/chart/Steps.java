package org.weighbridge.gui.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** The 1-2-5 steps that markers and sliders move by. */
public final class Steps {
  private static final double[] STEPS = {1, 2, 5, 10};

  private Steps() {}

  /** The nearest number of three significant digits. */
  public static double round(double value) {
    return new BigDecimal(value).round(new MathContext(3)).doubleValue();
  }

  /** The next larger of ..., 1, 2, 5, 10, ... */
  public static double stepUp(double value) {
    double decade = decade(value);
    for (double step : STEPS) {
      if (step * decade > value * (1 + 1e-9)) {
        return round(step * decade);
      }
    }
    return round(20 * decade);
  }

  /** The next smaller of ..., 1, 2, 5, 10, ... */
  public static double stepDown(double value) {
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
