package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Loss;

/**
 * What choices are expected to lose when all layers are reconstructed together, and how sure that
 * is: what layers lose alone, corrected by one joint measurement.
 *
 * <p>Losses add up, and so do the variances of their measurements, but the upper end of an interval
 * is no sum: mean + z √variance. As the root is concave, each of its tangents lies above it: with
 * any standard error s, z √variance ≤ z s / 2 + z variance / (2 s). Along a tangent the exact
 * optimizer can choose, and what it chooses is within the limit; a few tangents find what the curve
 * allows.
 */
public final class Belief {
  /** One-sided 95 % of a normal distribution. */
  private static final double SURE = new Loss(0, 1).atMost();

  private static final int TANGENTS = 8;

  /** Of a layer that was never seen to flip anything, in percentage points. */
  private static final double LEAST_ERROR = 1e-3;

  private final Optional<Choice> choice;
  private final Loss measured;
  private final double errors;

  private Belief(Optional<Choice> choice, Loss measured, double errors) {
    this.choice = choice;
    this.measured = measured;
    this.errors = errors;
  }

  /** Layers lose together what they lose alone, up to the end of the one-sided 95 % interval. */
  public static Belief additive() {
    return new Belief(Optional.empty(), new Loss(0, 0), SURE);
  }

  /** As one choice was measured, up to the end of the one-sided 95 % interval. */
  public static Belief surely(Choice choice, Loss measured) {
    return new Belief(Optional.of(choice), measured, SURE);
  }

  /** As one choice was measured, whatever chance did there. */
  public static Belief likely(Choice choice, Loss measured) {
    return new Belief(Optional.of(choice), measured, 0);
  }

  /**
   * The smallest file whose loss is believed to be within a limit.
   *
   * @param maxLossPoints percentage points of accuracy
   * @throws Fault when even the least loss is above it
   */
  public Choice leastSize(Assessment assessment, double maxLossPoints) {
    LossModel alone = new MonotoneLosses(assessment);
    var mean = choice.map(known -> LossModel.learnt(alone, known, measured.points())).orElse(alone);
    var widest = BoundOptimizer.leastSize(assessment, maxLossPoints, mean);
    if (errors == 0) {
      return widest;
    }
    var safest = BoundOptimizer.leastLoss(assessment, Long.MAX_VALUE);
    return tangents(standardError(safest), standardError(widest)).stream()
        .flatMap(error -> along(error, assessment, maxLossPoints, mean).stream())
        .min(Comparator.comparingLong(Choice::predictedBytes))
        .orElseThrow(
            () -> new Fault("No choice is believed to be within the budget; raise the budget."));
  }

  private static List<Double> tangents(double low, double high) {
    double least = Math.max(LEAST_ERROR, Math.min(low, high));
    double most = Math.max(least, high);
    var all = new ArrayList<Double>();
    for (int i = 0; i < TANGENTS; i++) {
      all.add(least * Math.pow(most / least, i / (TANGENTS - 1.0)));
    }
    return all;
  }

  private Optional<Choice> along(
      double error, Assessment assessment, double maxLossPoints, LossModel mean) {
    double slope = errors * varianceScale() / (2 * error);
    double limit = maxLossPoints - errors * error / 2;
    try {
      return Optional.of(
          BoundOptimizer.leastSize(
              assessment,
              limit,
              (layer, point) -> mean.lossPoints(layer, point) + slope * variance(point)));
    } catch (Fault tooTight) {
      return Optional.empty();
    }
  }

  private double standardError(Choice other) {
    return Math.sqrt(varianceScale()) * other.predictedLoss().standardError();
  }

  /** How much more, or less, chance has in a joint measurement than in those of single layers. */
  private double varianceScale() {
    double predicted = choice.map(known -> known.predictedLoss().standardError()).orElse(0.0);
    double ratio = measured.standardError() / predicted;
    return predicted == 0 ? 1 : ratio * ratio;
  }

  private static double variance(AssessmentPoint point) {
    return point.loss().standardError() * point.loss().standardError();
  }
}
