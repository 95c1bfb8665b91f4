package org.weighbridge.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;

/**
 * Chooses one assessed bound per layer: DeepSZ's third step, in both directions, exactly.
 *
 * <p>Layers whose curve is empty take no part. Losses add up by assumption (Jin et al., HPDC 2019:
 * the layers' errors act independently and about linearly while losses are small); measure the
 * choice jointly before trusting it.
 */
public final class BoundOptimizer {
  private final Assessment assessment;
  private final List<LayerCurve> curves;
  private final List<List<Option>> layers;

  private BoundOptimizer(Assessment assessment) {
    this.assessment = assessment;
    this.curves = assessment.curves().stream().filter(c -> !c.points().isEmpty()).toList();
    if (curves.isEmpty()) {
      throw new Fault("No layer has been assessed; assess error bounds before optimizing them.");
    }
    this.layers = curves.stream().map(Option::undominated).toList();
  }

  /**
   * The smallest file whose predicted loss is within a budget.
   *
   * @param maxLossPoints percentage points of accuracy
   * @throws Fault when even the least loss is above the budget
   */
  public static Choice leastSize(Assessment assessment, double maxLossPoints) {
    var optimizer = new BoundOptimizer(assessment);
    var sums = optimizer.within(maxLossPoints);
    return optimizer.choice(sums.combination(sums.size() - 1));
  }

  /**
   * The least predicted loss within a size.
   *
   * @param maxBytes bytes of the whole file, header and untouched tensors included
   * @throws Fault when even the smallest file is larger
   */
  public static Choice leastLoss(Assessment assessment, long maxBytes) {
    var optimizer = new BoundOptimizer(assessment);
    long allowed = maxBytes - assessment.otherBytes();
    long least = ParetoSums.leastBytes(optimizer.layers);
    if (least > allowed) {
      throw new Fault(
          ("No assessed combination of error bounds fits into %,d bytes (the least is %,d); allow"
                  + " more bytes or assess larger bounds.")
              .formatted(maxBytes, assessment.otherBytes() + least));
    }
    var sums = new ParetoSums(optimizer.layers, Option.LARGEST, allowed);
    return optimizer.choice(sums.combination(0));
  }

  /**
   * The choices of least size for all budgets from 0 up to a largest one, found together.
   *
   * @param maxLossPoints the largest budget in percentage points
   * @param most how many choices are wanted: of more, those for evenly spaced budgets are kept
   * @throws Fault when even the least loss is above the largest budget
   */
  public static Front front(Assessment assessment, double maxLossPoints, int most) {
    var optimizer = new BoundOptimizer(assessment);
    var sums = optimizer.within(maxLossPoints);
    int first = Math.max(0, sums.lastWithin(Option.budget(0)));
    var kept = new TreeSet<Integer>();
    if (sums.size() - first <= most) {
      for (int i = first; i < sums.size(); i++) {
        kept.add(i);
      }
    } else {
      long from = sums.loss(first);
      double step = (double) (sums.loss(sums.size() - 1) - from) / (most - 1);
      for (int i = 0; i < most; i++) {
        kept.add(sums.lastWithin(from + Math.round(i * step)));
      }
    }
    return new Front(kept.stream().map(sums::combination).map(optimizer::choice).toList());
  }

  /**
   * The same choice with every layer moved to a smaller assessed bound, as far as it has one: for
   * layers that lose nothing alone and much together, where predictions have nothing to go by.
   *
   * @param steps how many assessed bounds to go down
   */
  public static Choice tightened(Assessment assessment, Choice choice, int steps) {
    var points = new LinkedHashMap<LayerId, AssessmentPoint>();
    for (var curve : new BoundOptimizer(assessment).curves) {
      int index = curve.points().indexOf(choice.points().get(curve.layer()));
      points.put(curve.layer(), curve.points().get(Math.max(0, index - steps)));
    }
    return Choice.of(assessment, points);
  }

  private ParetoSums within(double maxLossPoints) {
    long least = ParetoSums.leastLoss(layers);
    if (least > Option.budget(maxLossPoints)) {
      throw new Fault(
          ("No assessed combination of error bounds stays within a loss of %.2f points (the least"
                  + " is %.2f); raise the budget or assess smaller bounds.")
              .formatted(maxLossPoints, Option.points(least)));
    }
    return new ParetoSums(layers, Option.budget(maxLossPoints), Long.MAX_VALUE);
  }

  private Choice choice(List<Option> options) {
    var points = new LinkedHashMap<LayerId, AssessmentPoint>();
    for (int i = 0; i < options.size(); i++) {
      points.put(curves.get(i).layer(), options.get(i).point());
    }
    return Choice.of(assessment, points);
  }
}
