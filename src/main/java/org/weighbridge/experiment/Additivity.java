package org.weighbridge.experiment;

import java.util.List;
import java.util.Optional;

/**
 * DeepSZ's assumption put to the test: that the loss of all layers together is the sum of their
 * losses one at a time.
 *
 * @param configurations how many were compared
 * @param slope of measured over predicted losses, the straight line through the origin of least
 *     squares: 1 where losses add up, more where layers hurt each other; NaN when no loss was
 *     predicted
 * @param meanDifference measured less predicted, percentage points
 * @param largestDifference the largest of these differences, without its sign
 */
public record Additivity(
    int configurations, double slope, double meanDifference, double largestDifference) {

  static Optional<Additivity> of(List<MeasuredConfiguration> measured) {
    int count = 0;
    double products = 0;
    double squares = 0;
    double differences = 0;
    double largest = 0;
    for (var one : measured) {
      if (one.predictedLossPoints().isEmpty()) {
        continue;
      }
      double predicted = one.predictedLossPoints().getAsDouble();
      double difference = one.loss().points() - predicted;
      count++;
      products += predicted * one.loss().points();
      squares += predicted * predicted;
      differences += difference;
      largest = Math.max(largest, Math.abs(difference));
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new Additivity(count, products / squares, differences / count, largest));
  }
}
