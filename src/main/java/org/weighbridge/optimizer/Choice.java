package org.weighbridge.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/**
 * One assessed point per layer.
 *
 * @param points the chosen point of each layer, in network order
 * @param predictedLossPoints sum of the layers' losses in percentage points: DeepSZ's prediction,
 *     which holds as far as losses add up
 * @param predictedBytes size of the whole encoded file
 */
public record Choice(
    Map<LayerId, AssessmentPoint> points, double predictedLossPoints, long predictedBytes) {
  public Choice {
    points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
  }

  /** The predicted loss with its interval, as far as layers err independently. */
  public Loss predictedLoss() {
    double variance = 0;
    for (var point : points.values()) {
      variance += point.loss().standardError() * point.loss().standardError();
    }
    return new Loss(predictedLossPoints, Math.sqrt(variance));
  }

  /** The choice of these points of an assessment. */
  public static Choice of(Assessment assessment, Map<LayerId, AssessmentPoint> points) {
    return new Choice(
        points,
        points.values().stream().mapToDouble(AssessmentPoint::lossPoints).sum(),
        assessment.otherBytes() + points.values().stream().mapToLong(AssessmentPoint::bytes).sum());
  }
}
