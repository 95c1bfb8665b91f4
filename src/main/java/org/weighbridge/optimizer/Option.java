package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;

/**
 * One way to code a layer.
 *
 * @param loss samples lost against the baseline; negative when some were won
 * @param bytes encoded size
 */
record Option(int loss, long bytes, AssessmentPoint point) {
  static Option of(AssessmentPoint point, int baselineCorrect) {
    return new Option(baselineCorrect - point.accuracy().correct(), point.bytes(), point);
  }

  /**
   * The options of a layer that no other option beats in both loss and size, by ascending loss and
   * descending size.
   */
  static List<Option> undominated(LayerCurve curve, int baselineCorrect) {
    var all =
        curve.points().stream()
            .map(point -> of(point, baselineCorrect))
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
