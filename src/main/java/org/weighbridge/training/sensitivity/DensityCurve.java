package org.weighbridge.training.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * Accuracy against density.
 *
 * @param name of the layer or the method, for people
 * @param dense before pruning
 * @param points in the order in which they were measured
 */
public record DensityCurve(String name, BatchLoss dense, List<DensityPoint> points) {
  public DensityCurve {
    points = List.copyOf(points);
  }

  DensityCurve plus(DensityPoint point) {
    var more = new ArrayList<>(points);
    more.add(point);
    return new DensityCurve(name, dense, more);
  }
}
