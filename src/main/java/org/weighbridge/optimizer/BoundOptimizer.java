package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  private BoundOptimizer() {}

  /**
   * The smallest file whose predicted loss is within a budget.
   *
   * @param maxLossPoints percentage points of accuracy
   * @throws Fault when even the least loss is above the budget
   */
  public static Choice leastSize(Assessment assessment, double maxLossPoints) {
    var curves = assessed(assessment);
    int samples = assessment.baseline().samples();
    int budget = (int) Math.floor(maxLossPoints * samples * Option.UNITS / 100 + 1e-9);
    var table = new LossSizeTable(options(assessment, curves), budget);
    if (table.isEmpty()) {
      throw new Fault(
          ("No assessed combination of error bounds stays within a loss of %.2f points (the least"
                  + " is %.2f); raise the budget or assess smaller bounds.")
              .formatted(maxLossPoints, Option.points(table.leastLoss(), samples)));
    }
    return choice(assessment, curves, table.smallest());
  }

  /**
   * The least predicted loss within a size of the whole file.
   *
   * @param maxBytes bytes of the file, header and untouched tensors included
   * @throws Fault when even the smallest file is larger
   */
  public static Choice leastLoss(Assessment assessment, long maxBytes) {
    var curves = assessed(assessment);
    var table =
        new LossSizeTable(
            options(assessment, curves), Option.UNITS * assessment.baseline().samples());
    var best = table.within(maxBytes - assessment.otherBytes());
    if (best.isEmpty()) {
      long least =
          assessment.otherBytes() + table.smallest().stream().mapToLong(Option::bytes).sum();
      throw new Fault(
          ("No assessed combination of error bounds fits into %,d bytes (the least is %,d); allow"
                  + " more bytes or assess larger bounds.")
              .formatted(maxBytes, least));
    }
    return choice(assessment, curves, best);
  }

  /**
   * The same choice with every layer moved to a smaller assessed bound, as far as it has one: for
   * layers that lose nothing alone and much together, where predictions have nothing to go by.
   *
   * @param steps how many assessed bounds to go down
   */
  public static Choice tightened(Assessment assessment, Choice choice, int steps) {
    var curves = assessed(assessment);
    var options = new ArrayList<Option>();
    for (var curve : curves) {
      int index = curve.points().indexOf(choice.points().get(curve.layer()));
      var point = curve.points().get(Math.max(0, index - steps));
      options.add(Option.of(point, assessment.baseline().samples()));
    }
    return choice(assessment, curves, options);
  }

  private static List<LayerCurve> assessed(Assessment assessment) {
    var curves = assessment.curves().stream().filter(curve -> !curve.points().isEmpty()).toList();
    if (curves.isEmpty()) {
      throw new Fault("No layer has been assessed; assess error bounds before optimizing them.");
    }
    return curves;
  }

  private static List<List<Option>> options(Assessment assessment, List<LayerCurve> curves) {
    int samples = assessment.baseline().samples();
    return curves.stream().map(curve -> Option.undominated(curve, samples)).toList();
  }

  private static Choice choice(
      Assessment assessment, List<LayerCurve> curves, List<Option> options) {
    var points = new LinkedHashMap<LayerId, AssessmentPoint>();
    long bytes = assessment.otherBytes();
    long loss = 0;
    for (int i = 0; i < options.size(); i++) {
      points.put(curves.get(i).layer(), options.get(i).point());
      bytes += options.get(i).bytes();
      loss += options.get(i).loss();
    }
    return new Choice(points, Option.points(loss, assessment.baseline().samples()), bytes);
  }
}
