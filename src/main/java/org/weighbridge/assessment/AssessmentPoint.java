package org.weighbridge.assessment;

import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;

/**
 * One test: one layer at one error bound, all other layers exact.
 *
 * @param bound absolute error bound
 * @param accuracy of the network with this layer reconstructed
 * @param loss of accuracy against the baseline; what curves show and bounds are chosen by
 * @param flips against the baseline
 * @param bytes encoded size of the layer
 * @param maxError largest |decoded - original| of the layer
 */
public record AssessmentPoint(
    double bound, Accuracy accuracy, Loss loss, Flips flips, long bytes, double maxError) {
  /** Percentage points lost, may be negative. */
  public double lossPoints() {
    return loss.points();
  }
}
