package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;

/** Assessments put together from points that were found at different times. */
final class Curves {
  private Curves() {}

  /** The curve with a point more; it replaces one of the same bound. */
  static LayerCurve with(LayerCurve curve, AssessmentPoint point) {
    var points = new ArrayList<>(curve.points());
    points.removeIf(other -> other.place() == point.place());
    points.add(point);
    return new LayerCurve(curve.layer(), points);
  }

  /** The newer assessment with the points that only the older one has. */
  static Assessment merged(Assessment newer, @Nullable Assessment older) {
    if (older == null || !older.baseline().equals(newer.baseline())) {
      return newer;
    }
    List<LayerCurve> curves = new ArrayList<>();
    for (LayerCurve curve : newer.curves()) {
      LayerCurve all = new LayerCurve(curve.layer(), List.of());
      Optional<LayerCurve> before = older.curve(curve.layer());
      for (var point : before.map(LayerCurve::points).orElse(List.of())) {
        all = with(all, point);
      }
      for (var point : curve.points()) {
        all = with(all, point);
      }
      curves.add(all);
    }
    return new Assessment(newer.baseline(), curves, newer.otherBytes());
  }
}
