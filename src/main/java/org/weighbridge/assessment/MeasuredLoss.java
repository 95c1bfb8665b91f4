package org.weighbridge.assessment;

import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;

/**
 * The half of an {@link AssessmentPoint} that samples were needed for. It does not depend on how
 * hard the codec tried: effort decides bytes, never values.
 *
 * @param accuracy of the network with one layer reconstructed
 * @param loss of accuracy against the baseline
 * @param flips against the baseline
 * @param maxError largest |decoded - original| of the layer
 */
public record MeasuredLoss(Accuracy accuracy, Loss loss, Flips flips, double maxError) {
  static MeasuredLoss of(Evaluation evaluation, double maxError) {
    return new MeasuredLoss(evaluation.accuracy(), evaluation.loss(), evaluation.flips(), maxError);
  }

  static MeasuredLoss of(AssessmentPoint point) {
    return new MeasuredLoss(point.accuracy(), point.loss(), point.flips(), point.maxError());
  }

  /** The whole point of a coder. */
  public AssessmentPoint at(String coder, double place, long bytes) {
    return new AssessmentPoint(coder, place, accuracy, loss, flips, bytes, maxError);
  }
}
