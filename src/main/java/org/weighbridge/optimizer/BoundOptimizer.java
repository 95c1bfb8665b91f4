package org.weighbridge.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  private BoundOptimizer(Assessment assessment, LossModel losses) {
    this.assessment = assessment;
    this.curves = assessment.curves().stream().filter(c -> !c.points().isEmpty()).toList();
    if (curves.isEmpty()) {
      throw new Fault("No layer has been assessed; assess error bounds before optimizing them.");
    }
    this.layers = curves.stream().map(curve -> Option.undominated(curve, losses)).toList();
  }

  /**
   * The smallest file whose predicted loss is within a budget.
   *
   * @param maxLossPoints percentage points of accuracy
   * @throws Fault when even the least loss is above the budget
   */
  public static Choice leastSize(Assessment assessment, double maxLossPoints) {
    return leastSize(assessment, maxLossPoints, LossModel.ADDITIVE);
  }

  /** The same where losses do not simply add up. */
  public static Choice leastSize(Assessment assessment, double maxLossPoints, LossModel losses) {
    var optimizer = new BoundOptimizer(assessment, losses);
    return optimizer.choice(optimizer.leastSize(maxLossPoints));
  }

  /**
   * The least predicted loss within a size.
   *
   * @param maxBytes bytes of the whole file, header and untouched tensors included
   * @throws Fault when even the smallest file is larger
   */
  public static Choice leastLoss(Assessment assessment, long maxBytes) {
    var optimizer = new BoundOptimizer(assessment, LossModel.ADDITIVE);
    long allowed = maxBytes - assessment.otherBytes();
    long least = ParetoSums.leastBytes(optimizer.layers);
    if (least > allowed) {
      throw new Fault(
          String.format(
              Locale.ROOT,
              "No assessed combination of error bounds fits into %,d bytes (the least is %,d); allow"
                  + " more bytes or assess larger bounds.",
              maxBytes,
              assessment.otherBytes() + least));
    }
    var known = Greedy.within(optimizer.layers, allowed);
    double price = Relaxation.of(optimizer.layers, Option.totalLoss(known)).price();
    var limits = Limits.leastLoss(allowed, Option.totalLoss(known), price);
    var sums = new ParetoSums(optimizer.layers, limits);
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
    var optimizer = new BoundOptimizer(assessment, LossModel.ADDITIVE);
    var sums = new ParetoSums(optimizer.layers, Limits.loss(optimizer.budget(maxLossPoints)));
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
   * Compares the exact choice within a budget with those of simpler methods.
   *
   * @throws Fault when even the least loss is above the budget
   */
  public static CrossCheck crossCheck(Assessment assessment, double maxLossPoints) {
    var optimizer = new BoundOptimizer(assessment, LossModel.ADDITIVE);
    var exact = optimizer.leastSize(maxLossPoints);
    long budget = Option.budget(maxLossPoints);
    return new CrossCheck(
        maxLossPoints,
        optimizer.choice(exact).predictedBytes(),
        assessment.otherBytes() + Relaxation.of(optimizer.layers, budget).bytes(),
        optimizer.choice(Greedy.leastSize(optimizer.layers, budget)).predictedBytes());
  }

  /**
   * The bytes that one more percentage point of predicted loss would save, at most.
   *
   * @param lossPoints what is lost already, at least the least loss
   */
  public static double bytesPerPoint(Assessment assessment, double lossPoints) {
    var layers = new BoundOptimizer(assessment, LossModel.ADDITIVE).layers;
    return Option.perPoint(Relaxation.of(layers, Option.budget(lossPoints)).price());
  }

  private List<Option> leastSize(double maxLossPoints) {
    long budget = budget(maxLossPoints);
    long known = Option.totalBytes(Greedy.leastSize(layers, budget));
    double price = Relaxation.of(layers, budget).price();
    var sums = new ParetoSums(layers, Limits.leastSize(budget, known, price));
    return sums.combination(sums.size() - 1);
  }

  private long budget(double maxLossPoints) {
    long budget = Option.budget(maxLossPoints);
    long least = ParetoSums.leastLoss(layers);
    if (least > budget) {
      throw new Fault(
          String.format(
              Locale.ROOT,
              "No assessed combination of error bounds stays within a loss of %.2f points (the least"
                  + " is %.2f); raise the budget or assess smaller bounds.",
              maxLossPoints,
              Option.points(least)));
    }
    return budget;
  }

  private Choice choice(List<Option> options) {
    var points = new LinkedHashMap<LayerId, AssessmentPoint>();
    for (int i = 0; i < options.size(); i++) {
      points.put(curves.get(i).layer(), options.get(i).point());
    }
    return Choice.of(assessment, points);
  }
}
