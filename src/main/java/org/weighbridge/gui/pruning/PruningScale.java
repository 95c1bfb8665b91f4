package org.weighbridge.gui.pruning;

import java.util.Locale;
import java.util.OptionalDouble;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.input.NumberInput;

/**
 * A method's number on a slider and as text: logarithmic, for the last weights count most;
 * fractions in percent.
 */
record PruningScale(PruningMethod method) {
  static PruningScale of(PruningMethod method) {
    return new PruningScale(method);
  }

  /** The number at a place of the slider, 0 to 1. */
  double at(double position) {
    return method.least() * Math.pow(method.most() / method.least(), position);
  }

  double position(double value) {
    return Math.log(value / method.least()) / Math.log(method.most() / method.least());
  }

  String text(double value) {
    return value == method.idle() ? "all" : method.fraction() ? percent(value) : plain(value);
  }

  /** What somebody typed; {@code all} keeps everything. */
  OptionalDouble parse(String text) {
    if (text.strip().equalsIgnoreCase("all")) {
      return OptionalDouble.of(method.idle());
    }
    var number = NumberInput.parse(text.replace("%", ""));
    return method.fraction() && number.isPresent()
        ? OptionalDouble.of(number.getAsDouble() / 100)
        : number;
  }

  /** With as many digits as tell densities apart: 100 %, 12 %, 8.5 %, 0.75 %. */
  static String percent(double fraction) {
    double percent = 100 * fraction;
    int decimals = percent >= 9.995 ? 0 : percent >= 0.9995 ? 1 : 2;
    return Numbers.fixed(percent, fraction > 0.995 && fraction < 1 ? 1 : decimals) + " %";
  }

  private String plain(double value) {
    return method.whole()
        ? Integer.toString((int) value)
        : Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)));
  }
}
