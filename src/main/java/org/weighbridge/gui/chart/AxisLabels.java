package org.weighbridge.gui.chart;

import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.util.StringConverter;

/** Texts of axis ticks. */
final class AxisLabels extends StringConverter<Number> {
  private final DoubleFunction<String> format;

  private AxisLabels(DoubleFunction<String> format) {
    this.format = format;
  }

  /** The steps of a scale by their names; of others powers of ten as 1e-3. */
  static AxisLabels of(Scale scale) {
    return scale.stepped() ? new AxisLabels(scale::text) : decades();
  }

  /** Powers of ten as 1e-3. */
  static AxisLabels decades() {
    return new AxisLabels(AxisLabels::decade);
  }

  /** Counts: 900, 20k, 3M. */
  static AxisLabels counts() {
    return new AxisLabels(AxisLabels::count);
  }

  /** Short decimals without trailing zeros. */
  static AxisLabels decimals() {
    return new AxisLabels(AxisLabels::decimal);
  }

  static String decade(double value) {
    int exponent = (int) Math.round(Math.log10(value));
    double mantissa = value / Math.pow(10, exponent);
    return Math.abs(mantissa - 1) < 1e-6
        ? "1e" + exponent
        : String.format(Locale.ROOT, "%.0e", value).replaceAll("e([+-])0?", "e$1").replace("+", "");
  }

  static String count(double value) {
    double size = Math.abs(value);
    if (size >= 1e6) {
      return decimal(value / 1e6) + "M";
    }
    return size >= 1e4 ? decimal(value / 1e3) + "k" : decimal(value);
  }

  static String decimal(double value) {
    if (value == 0 || Math.abs(value) < 1e-12) {
      return "0";
    }
    if (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6) {
      return String.format(Locale.ROOT, "%.1e", value)
          .replace(".0e", "e")
          .replaceAll("e([+-])0?", "e$1");
    }
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  @Override
  public String toString(Number value) {
    return format.apply(value.doubleValue());
  }

  @Override
  public Number fromString(String text) {
    return Double.valueOf(text);
  }
}
