package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.network.LayerId;

/**
 * What layers lose alone, without what chance did to single points: a coarser setting of a coder is
 * never expected to lose less than a finer one of the same layer.
 *
 * <p>An optimizer that takes every point as it was measured picks those that were lucky. This is
 * the nondecreasing sequence nearest to the measured losses, in least squares weighted by their
 * variances: pool adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman, An empirical
 * distribution function for sampling with incomplete information, Annals of Mathematical Statistics
 * 26, 1955).
 */
final class MonotoneLosses implements LossModel {
  /** Keeps weights finite where nothing flipped; a variance in squared percentage points. */
  private static final double LEAST_VARIANCE = 1e-6;

  private final Map<LayerId, Map<AssessmentPoint, Double>> losses = new HashMap<>();

  MonotoneLosses(Assessment assessment) {
    for (var curve : assessment.curves()) {
      losses.put(curve.layer(), pooled(curve));
    }
  }

  @Override
  public double lossPoints(LayerId layer, AssessmentPoint point) {
    return losses.getOrDefault(layer, Map.of()).getOrDefault(point, point.lossPoints());
  }

  private static Map<AssessmentPoint, Double> pooled(LayerCurve curve) {
    var coders = new LinkedHashMap<String, List<AssessmentPoint>>();
    for (var point : curve.points()) {
      coders.computeIfAbsent(point.coder(), coder -> new ArrayList<>()).add(point);
    }
    var pooled = new HashMap<AssessmentPoint, Double>();
    for (var points : coders.values()) {
      var blocks = new ArrayList<Block>();
      for (var point : points) {
        var block = Block.of(point);
        while (!blocks.isEmpty() && blocks.getLast().mean() >= block.mean()) {
          block = blocks.removeLast().with(block);
        }
        blocks.add(block);
      }
      for (var block : blocks) {
        block.points().forEach(point -> pooled.put(point, block.mean()));
      }
    }
    return pooled;
  }

  /** Neighbours that chance does not let tell apart. */
  private record Block(List<AssessmentPoint> points, double mean, double weight) {
    static Block of(AssessmentPoint point) {
      double error = point.loss().standardError();
      return new Block(
          List.of(point), point.lossPoints(), 1 / Math.max(LEAST_VARIANCE, error * error));
    }

    Block with(Block next) {
      var all = new ArrayList<>(points);
      all.addAll(next.points);
      double both = weight + next.weight;
      return new Block(all, (weight * mean + next.weight * next.mean) / both, both);
    }
  }
}
