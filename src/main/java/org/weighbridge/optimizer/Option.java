package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;

/**
 * One way to code a layer.
 *
 * @param loss against the baseline, in units of 1/{@value #UNITS} sample; negative when some were
 *     won
 * @param bytes encoded size
 */
record Option(int loss, long bytes, AssessmentPoint point) {
  /** Expected losses are not whole samples. */
  static final int UNITS = 4;

  static Option of(AssessmentPoint point, int samples) {
    return new Option(units(point.lossPoints(), samples), point.bytes(), point);
  }

  /** Percentage points in units, to the nearest. */
  static int units(double points, int samples) {
    return (int) Math.rint(points * samples * UNITS / 100);
  }

  static double points(long units, int samples) {
    return 100.0 * units / ((double) samples * UNITS);
  }

  /**
   * The options of a layer that no other option beats in both loss and size, by ascending loss and
   * descending size.
   */
  static List<Option> undominated(LayerCurve curve, int samples) {
    var all =
        curve.points().stream()
            .map(point -> of(point, samples))
            .sorted(Comparator.comparingInt(Option::loss).thenComparingLong(Option::bytes))
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
