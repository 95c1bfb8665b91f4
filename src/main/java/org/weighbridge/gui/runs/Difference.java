package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Numbers;

/** Two runs compared in a line. */
final class Difference {
  private Difference() {}

  /**
   * How a run differs from a reference, quantity by quantity; only what differs. Quantities on a
   * logarithmic scale as factors, the others as differences.
   */
  static String words(Run run, Run reference, List<Quantity> quantities) {
    var parts = new ArrayList<String>();
    for (Quantity quantity : quantities) {
      double value = quantity.of(run);
      double from = quantity.of(reference);
      if (quantity.equals(Quantity.NUMBER) || Double.compare(value, from) == 0) {
        continue;
      }
      if (ofAccuracy(quantity) && !run.data().equals(reference.data())) {
        continue;
      }
      parts.add(quantity.title() + " " + change(quantity, value, from));
    }
    if (!run.data().equals(reference.data())) {
      parts.add("accuracies on different data are not compared");
    }
    return "Run %d against run %d: %s"
        .formatted(
            run.number(),
            reference.number(),
            parts.isEmpty() ? "the same numbers" : String.join(" · ", parts));
  }

  private static boolean ofAccuracy(Quantity quantity) {
    return quantity.equals(Quantity.TOP1) || quantity.equals(Quantity.LOSS);
  }

  private static String change(Quantity quantity, double value, double from) {
    if (Double.isNaN(value) || Double.isNaN(from)) {
      return text(quantity, from) + " → " + text(quantity, value);
    }
    if (quantity.log()) {
      double percent = 100 * (value / from - 1);
      return percent >= 100 ? "× " + Numbers.fixed(value / from, 2) : signed(percent, 1) + " %";
    }
    return signed(value - from, 2) + " pp";
  }

  private static String text(Quantity quantity, double value) {
    return Double.isNaN(value) ? "–" : quantity.text().apply(value);
  }

  private static String signed(double value, int decimals) {
    String number = Numbers.fixed(Math.abs(value), decimals);
    return (value < 0 ? "−" : "+") + number;
  }
}
