package org.weighbridge.assessment;

import java.util.Comparator;
import java.util.List;
import org.weighbridge.network.LayerId;

/**
 * Accuracy and size of one layer against its error bound, by ascending place.
 *
 * <p>It is a curve as long as its points are of one coder. Where it holds those of several, to
 * choose from, neighbours say nothing of each other: places compare within a coder only.
 */
public record LayerCurve(LayerId layer, List<AssessmentPoint> points) {
  public LayerCurve {
    points = points.stream().sorted(Comparator.comparingDouble(AssessmentPoint::place)).toList();
  }
}
