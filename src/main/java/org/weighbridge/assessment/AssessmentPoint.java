package org.weighbridge.assessment;

import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Setting;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;

/**
 * One test: one layer at one setting of a coder, all other layers exact.
 *
 * @param coder the id of the codec
 * @param place of the setting on the axis of the codec; of codecs that keep bounds the absolute
 *     error bound
 * @param accuracy of the network with this layer reconstructed
 * @param loss of accuracy against the baseline; what curves show and bounds are chosen by
 * @param flips against the baseline
 * @param bytes encoded size of the layer
 * @param maxError largest |decoded - original| of the layer
 */
public record AssessmentPoint(
    String coder,
    double place,
    Accuracy accuracy,
    Loss loss,
    Flips flips,
    long bytes,
    double maxError) {
  /** What the codec was asked for. */
  public Setting setting() {
    return Codecs.byId(coder).axis().at(place);
  }

  /** Percentage points lost, may be negative. */
  public double lossPoints() {
    return loss.points();
  }
}
