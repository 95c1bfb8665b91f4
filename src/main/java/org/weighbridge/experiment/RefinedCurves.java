package org.weighbridge.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.Assessor;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Choice;

/**
 * An assessment that grows finer where an optimizer chooses: tests are spent near the knee of each
 * curve, and few elsewhere.
 */
final class RefinedCurves implements Curves {
  /** Each refinement tests at most two bounds a layer. */
  private static final int REFINEMENTS = 30;

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

  @Override
  public Assessment assessment() {
    return assessment;
  }

  @Override
  public boolean lower() {
    var lower = assessor.lower(network, evaluator, assessment, points, progress.part(6));
    boolean added = !lower.equals(assessment);
    assessment = lower;
    return added;
  }

  /** Chooses, refines around the choice, and chooses again until that finds nothing finer. */
  @Override
  public Choice choose(Function<Assessment, Choice> optimizer) {
    var choice = optimizer.apply(assessment);
    while (left > 0) {
      var around = worthRefining(choice);
      if (around.isEmpty()) {
        break;
      }
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

  /** The layers whose next bound up or down would change the file by enough to look closer. */
  private Map<LayerId, Double> worthRefining(Choice choice) {
    double price = BoundOptimizer.bytesPerPoint(assessment, choice.predictedLossPoints());
    double worthwhile = BudgetSearch.WORTHWHILE * choice.predictedBytes();
    var around = new LinkedHashMap<LayerId, Double>();
    for (var curve : assessment.curves()) {
      var chosen = choice.points().get(curve.layer());
      if (chosen == null) {
        continue;
      }
      int at = chosen.coded() ? curve.points().indexOf(chosen) : 0;
      double before = at > 0 ? curve.points().get(at - 1).lossPoints() : 0;
      double gain = price * (curve.points().get(at).lossPoints() - before);
      if (at + 1 < curve.points().size()) {
        gain = Math.max(gain, (double) chosen.bytes() - curve.points().get(at + 1).bytes());
      }
      if (gain > worthwhile) {
        around.put(curve.layer(), curve.points().get(at).place());
      }
    }
    return around;
  }
}
