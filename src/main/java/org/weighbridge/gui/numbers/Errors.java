package org.weighbridge.gui.numbers;

import org.weighbridge.codec.Promise;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.figure.Numbers;

/**
 * Errors of the decoded weights of a file. A part of the bound means something only where all
 * layers were asked for one; what other coders record is the error itself, and the part always 1.
 *
 * @param toBound largest error over the bound of its stream, asked for or reached
 * @param largest error of a weight
 * @param asked whether all layers were asked for a bound
 */
record Errors(double toBound, double largest, boolean asked) {
  static final String OVER_BOUND = "Max |Δw| / ε";
  private static final String ALONE = "Max |Δw|";

  static Errors of(MeasuredFile file, Configuration configuration) {
    return new Errors(
        file.worstErrorToBound(),
        file.layers().stream().mapToDouble(LayerReport::maxError).max().orElse(0),
        configuration.settings().keySet().stream()
            .allMatch(layer -> configuration.codec(layer).promise() == Promise.BOUND));
  }

  String name() {
    return asked ? OVER_BOUND : ALONE;
  }

  String text() {
    return asked ? Numbers.fixed(toBound, 3) : Numbers.bound(largest);
  }

  String detail() {
    return asked ? "bound holds" : largest == 0 ? "no error" : "reached, not asked";
  }

  /** In full precision. */
  double number() {
    return asked ? toBound : largest;
  }

  String unit() {
    return asked ? "of the bound" : "";
  }

  /** With its name: the pinned run's may be another one. */
  String words() {
    return name() + " " + text();
  }

  /** Whether no weight is beyond what its stream says. */
  boolean hold() {
    return !(toBound > 1);
  }
}
