package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/** Points of several coders to choose from, measured on the same samples. */
final class CombinedPoints {
  private CombinedPoints() {}

  /**
   * All points of some coders.
   *
   * @param coders at least one; the size beside the layers is that of the coder that needs least
   */
  static Assessment of(List<Assessment> coders) {
    var points = new LinkedHashMap<LayerId, List<AssessmentPoint>>();
    for (var coder : coders) {
      for (var curve : coder.curves()) {
        points.computeIfAbsent(curve.layer(), id -> new ArrayList<>()).addAll(curve.points());
      }
    }
    var baseline = coders.getFirst().baseline();
    var curves = new ArrayList<LayerCurve>();
    points.forEach((id, all) -> curves.add(new LayerCurve(id, all)));
    long other = coders.stream().mapToLong(Assessment::otherBytes).min().orElseThrow();
    return new Assessment(baseline, curves, other);
  }

  /**
   * The same and one more point per layer: that it is left alone, without loss, at 4 bytes a
   * weight. Where no point has errors nothing is lost that this could save.
   */
  static Assessment orLeftAlone(Network network, Assessment coded) {
    if (exact(coded)) {
      return coded;
    }
    var curves = new ArrayList<LayerCurve>();
    for (var curve : coded.curves()) {
      if (curve.points().isEmpty()) {
        curves.add(curve);
        continue;
      }
      long dense = 4L * network.layer(curve.layer()).orElseThrow().weights().size();
      var all = new ArrayList<>(curve.points());
      all.add(AssessmentPoint.uncoded(coded.baseline(), dense));
      curves.add(new LayerCurve(curve.layer(), all));
    }
    return new Assessment(coded.baseline(), curves, coded.otherBytes());
  }

  private static boolean exact(Assessment curves) {
    return curves.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .allMatch(point -> point.maxError() == 0);
  }
}
