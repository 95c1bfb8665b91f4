package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;

/**
 * One way to code a layer.
 *
 * @param loss against the baseline in units of 1/{@value #UNITS} percentage point, so that sums do
 *     not depend on their order and equal sums are found equal; negative when accuracy was won
 * @param bytes encoded size
 */
record Option(long loss, long bytes, AssessmentPoint point) {
  private static final long UNITS = 1_000_000_000;

  /** A budget that no sum of losses reaches. */
  static final long LARGEST = Long.MAX_VALUE / 4;

  /**
   * No loss is taken for more percentage points: a correction drawn out to far coarser bounds knows
   * no end, and sums over thousands of layers must not overflow.
   */
  private static final double MOST_POINTS = 1e5;

  /** Of one option per layer. */
  static long totalLoss(List<Option> options) {
    return options.stream().mapToLong(Option::loss).sum();
  }

  /** Of one option per layer. */
  static long totalBytes(List<Option> options) {
    return options.stream().mapToLong(Option::bytes).sum();
  }

  /** The largest sum of losses within a budget: each loss of a sum may have been rounded up. */
  static long budget(double points) {
    return Math.round(Math.clamp(points * UNITS + 1000, (double) -LARGEST, (double) LARGEST));
  }

  /** A rate per unit of loss as a rate per percentage point. */
  static double perPoint(double rate) {
    return rate * UNITS;
  }

  private static long units(double points) {
    return Math.round(Math.clamp(points, -MOST_POINTS, MOST_POINTS) * UNITS);
  }

  static double points(long units) {
    return (double) units / UNITS;
  }

  /**
   * The options of a layer that no other option beats in both loss and size, by ascending loss and
   * descending size.
   */
  static List<Option> undominated(LayerCurve curve, LossModel losses) {
    var all =
        curve.points().stream()
            .map(
                point ->
                    new Option(
                        units(losses.lossPoints(curve.layer(), point)), point.bytes(), point))
            .sorted(Comparator.comparingLong(Option::loss).thenComparingLong(Option::bytes))
            .toList();
    var front = new ArrayList<Option>();
    for (var option : all) {
      if (front.isEmpty() || option.bytes() < front.getLast().bytes()) {
        front.add(option);
      }
    }
    return front;
  }
}
