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
   * All points of some coders, and that every layer may be left alone at 4 bytes a weight.
   *
   * @param coders at least one; the size beside the layers is that of the coder that needs least
   */
  static Assessment of(Network network, List<Assessment> coders) {
    var points = new LinkedHashMap<LayerId, List<AssessmentPoint>>();
    for (var coder : coders) {
      for (var curve : coder.curves()) {
        points.computeIfAbsent(curve.layer(), id -> new ArrayList<>()).addAll(curve.points());
      }
    }
    var baseline = coders.getFirst().baseline();
    var curves = new ArrayList<LayerCurve>();
    points.forEach(
        (id, all) -> {
          long dense = 4L * network.layer(id).orElseThrow().weights().size();
          all.add(AssessmentPoint.uncoded(baseline, dense));
          curves.add(new LayerCurve(id, all));
        });
    long other = coders.stream().mapToLong(Assessment::otherBytes).min().orElseThrow();
    return new Assessment(baseline, curves, other);
  }
}
