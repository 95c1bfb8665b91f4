package org.weighbridge.assessment;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Predictions between assessed points: straight lines over the logarithm of the place. Beyond the
 * ends the nearest point counts.
 */
public final class CurveModel {
  private CurveModel() {}

  /** Predicted loss in percentage points; NaN when the curve has no points. */
  public static double lossAt(LayerCurve curve, double place) {
    return at(curve.points(), place, AssessmentPoint::lossPoints);
  }

  /** Predicted size in bytes; -1 when the curve has no points. */
  public static long bytesAt(LayerCurve curve, double place) {
    double bytes = at(curve.points(), place, point -> (double) point.bytes());
    return Double.isNaN(bytes) ? -1 : Math.round(bytes);
  }

  /**
   * The largest place up to which a layer alone is predicted to lose at most this much.
   *
   * @param lossPoints in percentage points
   * @return empty when the smallest assessed place loses more already, or nothing is assessed; the
   *     largest assessed place when nothing loses more
   */
  public static OptionalDouble placeWithin(LayerCurve curve, double lossPoints) {
    AssessmentPoint before = null;
    for (var point : curve.points()) {
      if (point.lossPoints() > lossPoints) {
        return before == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(crossing(before, point, lossPoints));
      }
      before = point;
    }
    return before == null ? OptionalDouble.empty() : OptionalDouble.of(before.place());
  }

  private static double crossing(AssessmentPoint left, AssessmentPoint right, double lossPoints) {
    double share = (lossPoints - left.lossPoints()) / (right.lossPoints() - left.lossPoints());
    return left.place() * Math.pow(right.place() / left.place(), share);
  }

  private static double at(
      List<AssessmentPoint> points, double place, ToDoubleFunction<AssessmentPoint> value) {
    if (points.isEmpty()) {
      return Double.NaN;
    }
    int above = 0;
    while (above < points.size() && points.get(above).place() < place) {
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
    double share = Math.log(place / left.place()) / Math.log(right.place() / left.place());
    return value.applyAsDouble(left)
        + share * (value.applyAsDouble(right) - value.applyAsDouble(left));
  }
}
