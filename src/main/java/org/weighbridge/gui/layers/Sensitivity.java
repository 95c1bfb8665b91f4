package org.weighbridge.gui.layers;

import java.util.List;
import java.util.Optional;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.Scale;

/**
 * How much a layer bears: the largest error bound, or the coarsest step of its coder, up to which
 * its curve, all other layers exact, loses no more than the budget. The smaller, the more
 * sensitive.
 *
 * @param bound a place on the axis of the layer's coder: of bounds the bound itself, between
 *     assessed points straight over its logarithm; of steps one of them
 * @param scale how places are read
 * @param reach whether that is where the curve crosses the budget, or an end of what was assessed
 */
record Sensitivity(double bound, Reach reach, Scale scale) {
  /** Where the bound lies on the curve. */
  enum Reach {
    /** The least bound assessed loses more already. */
    BELOW,
    /** The curve crosses the budget here. */
    AT,
    /** The largest bound assessed is within the budget still. */
    AT_LEAST
  }

  /** Empty when nothing was assessed. */
  static Optional<Sensitivity> of(LayerCurve curve, double budgetPoints, Scale scale) {
    List<AssessmentPoint> points = curve.points();
    if (points.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).lossPoints() > budgetPoints) {
        return Optional.of(
            i == 0
                ? new Sensitivity(points.getFirst().place(), Reach.BELOW, scale)
                : new Sensitivity(
                    scale.stepped()
                        ? points.get(i - 1).place()
                        : crossing(points.get(i - 1), points.get(i), budgetPoints),
                    Reach.AT,
                    scale));
      }
    }
    return Optional.of(new Sensitivity(points.getLast().place(), Reach.AT_LEAST, scale));
  }

  private static double crossing(AssessmentPoint within, AssessmentPoint beyond, double budget) {
    double share = (budget - within.lossPoints()) / (beyond.lossPoints() - within.lossPoints());
    return within.place() * Math.pow(beyond.place() / within.place(), share);
  }

  /** Short; two digits. */
  String words() {
    if (scale.stepped()) {
      return reach == Reach.BELOW ? "none" : scale.text(bound);
    }
    String number =
        Numbers.bound(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", bound)));
    return switch (reach) {
      case BELOW -> "<" + number;
      case AT -> number;
      case AT_LEAST -> "≥" + number;
    };
  }

  String whole() {
    if (scale.stepped()) {
      return (reach == Reach.BELOW
              ? "Loses more than the budget at %s already"
              : "Stays within the budget down to %s, other layers exact")
          .formatted(scale.text(bound));
    }
    return switch (reach) {
      case BELOW ->
          "Loses more than the budget at the least bound assessed, %s, already".formatted(bound);
      case AT ->
          "Stays within the budget up to ε = %s by the curve, other layers exact".formatted(bound);
      case AT_LEAST -> "Within the budget up to the largest bound assessed, %s".formatted(bound);
    };
  }
}
