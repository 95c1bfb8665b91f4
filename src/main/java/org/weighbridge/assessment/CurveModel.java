package org.weighbridge.assessment;

import java.util.List;

/**
 * Predictions between assessed points: straight lines over the logarithm of the bound. Beyond the
 * ends the nearest point counts.
 */
public final class CurveModel {
  private CurveModel() {}

  /** Predicted loss in percentage points; NaN when the curve has no points. */
  public static double lossAt(LayerCurve curve, double bound) {
    return at(curve.points(), bound, AssessmentPoint::lossPoints);
  }

  /** Predicted size in bytes; -1 when the curve has no points. */
  public static long bytesAt(LayerCurve curve, double bound) {
    double bytes = at(curve.points(), bound, point -> (double) point.bytes());
    return Double.isNaN(bytes) ? -1 : Math.round(bytes);
  }

  private static double at(
      List<AssessmentPoint> points,
      double bound,
      java.util.function.ToDoubleFunction<AssessmentPoint> value) {
    if (points.isEmpty()) {
      return Double.NaN;
    }
    int above = 0;
    while (above < points.size() && points.get(above).bound() < bound) {
      above++;
    }
    if (above == 0) {
      return value.applyAsDouble(points.getFirst());
    }
    if (above == points.size()) {
      return value.applyAsDouble(points.getLast());
    }
    var left = points.get(above - 1);
    var right = points.get(above);
    double share = Math.log(bound / left.bound()) / Math.log(right.bound() / left.bound());
    return value.applyAsDouble(left)
        + share * (value.applyAsDouble(right) - value.applyAsDouble(left));
  }
}
