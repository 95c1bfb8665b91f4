package org.weighbridge.gui.bounds;

import java.util.List;
import java.util.OptionalDouble;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.CurveModel;
import org.weighbridge.assessment.LayerCurve;

/**
 * What is known along a slider.
 *
 * @param assessed the places that were tested
 * @param knee from here on the layer alone is predicted to lose more than the budget; empty where
 *     no tested place does
 */
record Marks(List<Double> assessed, OptionalDouble knee) {
  static final Marks NONE = new Marks(List.of(), OptionalDouble.empty());

  static Marks of(LayerCurve curve, double budget) {
    boolean any = curve.points().stream().anyMatch(point -> point.lossPoints() > budget);
    return new Marks(
        curve.points().stream().map(AssessmentPoint::place).toList(),
        any
            ? OptionalDouble.of(CurveModel.placeWithin(curve, budget).orElse(0))
            : OptionalDouble.empty());
  }

  /** Whether a place is in the zone that the budget forbids. */
  boolean forbids(double place) {
    return knee.isPresent() && place > knee.getAsDouble();
  }
}
