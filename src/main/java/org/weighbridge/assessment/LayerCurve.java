package org.weighbridge.assessment;

import java.util.Comparator;
import java.util.List;
import org.weighbridge.network.LayerId;

/** Accuracy and size of one layer against its error bound, by ascending bound. */
public record LayerCurve(LayerId layer, List<AssessmentPoint> points) {
  public LayerCurve {
    points = points.stream().sorted(Comparator.comparingDouble(AssessmentPoint::place)).toList();
  }
}
