package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/** Random assessments. */
final class SomeCurves {
  static final Accuracy BASELINE = new Accuracy(1000, 980, Accuracy.Kind.LABELS);

  private SomeCurves() {}

  /** Losses of -0.5 to 2 points in any order, as real numbers. */
  static Assessment of(int seed, int layers, int mostPoints) {
    var random = new Random(seed);
    var curves = new ArrayList<LayerCurve>();
    for (int layer = 0; layer < layers; layer++) {
      var points = new ArrayList<AssessmentPoint>();
      int count = 1 + random.nextInt(mostPoints);
      for (int i = 1; i <= count; i++) {
        points.add(point(i * 1e-3, 2.5 * random.nextDouble() - 0.5, 10 + random.nextInt(500)));
      }
      curves.add(new LayerCurve(new LayerId("layer" + layer), points));
    }
    return new Assessment(BASELINE, curves, 100);
  }

  static AssessmentPoint point(double bound, double lossPoints, long bytes) {
    return new AssessmentPoint(
        "sz", bound, BASELINE, new Loss(lossPoints, 0), Flips.none(), bytes, bound);
  }

  static List<List<AssessmentPoint>> combinations(Assessment assessment) {
    List<List<AssessmentPoint>> all = List.of(List.of());
    for (var curve : assessment.curves()) {
      var longer = new ArrayList<List<AssessmentPoint>>();
      for (var start : all) {
        for (var point : curve.points()) {
          var next = new ArrayList<>(start);
          next.add(point);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  static double loss(List<AssessmentPoint> points) {
    return points.stream().mapToDouble(AssessmentPoint::lossPoints).sum();
  }

  static long bytes(Assessment assessment, List<AssessmentPoint> points) {
    return assessment.otherBytes() + points.stream().mapToLong(AssessmentPoint::bytes).sum();
  }
}
