package org.weighbridge.experiment;

import java.util.LinkedHashMap;
import java.util.function.Function;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.Assessor;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.optimizer.Choice;

/**
 * An assessment that grows finer where an optimizer chooses: tests are spent near the knee of each
 * curve, and few elsewhere.
 */
final class RefinedCurves {
  /** Each refinement tests at most two bounds a layer. */
  private static final int REFINEMENTS = 10;

  private final Network network;
  private final Evaluator evaluator;
  private final Assessor assessor;
  private final PointListener points;
  private final Progress progress;
  private Assessment assessment;
  private int left = REFINEMENTS;

  RefinedCurves(
      Network network,
      Evaluator evaluator,
      Assessor assessor,
      Assessment assessment,
      PointListener points,
      Progress progress) {
    this.network = network;
    this.evaluator = evaluator;
    this.assessor = assessor;
    this.assessment = assessment;
    this.points = points;
    this.progress = progress;
  }

  /** What has been assessed so far. */
  Assessment assessment() {
    return assessment;
  }

  /** Chooses, refines around the choice, and chooses again until that finds nothing finer. */
  Choice choose(Function<Assessment, Choice> optimizer) {
    var choice = optimizer.apply(assessment);
    while (left > 0) {
      var around = new LinkedHashMap<LayerId, Double>();
      choice.points().forEach((layer, point) -> around.put(layer, point.bound()));
      var finer = assessor.refine(network, evaluator, assessment, around, points, progress.part(6));
      if (finer.equals(assessment)) {
        break;
      }
      left--;
      assessment = finer;
      choice = optimizer.apply(assessment);
    }
    return choice;
  }
}
