package org.weighbridge.optimizer;

import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.network.LayerId;

/** The loss in percentage points that a layer's point adds to that of all layers together. */
@FunctionalInterface
public interface LossModel {
  /** DeepSZ's assumption: what the layer lost alone. */
  LossModel ADDITIVE = (layer, point) -> point.lossPoints();

  double lossPoints(LayerId layer, AssessmentPoint point);

  /**
   * Losses corrected so that their sum over a choice is what was measured of it.
   *
   * @param alone what layers lose by themselves
   * @param lossPoints what the choice lost with all layers reconstructed together
   */
  static LossModel learnt(LossModel alone, Choice choice, double lossPoints) {
    return new Correction(alone, choice, lossPoints - alone.of(choice));
  }

  /** The sum over all layers of a choice, in percentage points. */
  default double of(Choice choice) {
    return choice.points().entrySet().stream()
        .mapToDouble(entry -> lossPoints(entry.getKey(), entry.getValue()))
        .sum();
  }
}
