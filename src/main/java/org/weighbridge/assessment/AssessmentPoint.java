package org.weighbridge.assessment;

import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Setting;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;

/**
 * One test: one layer at one setting of a coder, all other layers exact.
 *
 * @param coder the id of the codec; {@value #UNCODED} for a layer that is left alone
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
  /** In place of a coder: the layer is carried along as it is. */
  public static final String UNCODED = "uncoded";

  /**
   * A layer that is left alone: nothing is lost, and nothing saved.
   *
   * @param baseline accuracy before any coding
   * @param bytes 4 × its weights
   */
  public static AssessmentPoint uncoded(Accuracy baseline, long bytes) {
    var nothing = new Loss(0, 0);
    return new AssessmentPoint(
        UNCODED, Double.MIN_VALUE, baseline, nothing, Flips.none(), bytes, 0);
  }

  /** Whether a codec was asked for anything. */
  public boolean coded() {
    return !coder.equals(UNCODED);
  }

  /** What the codec was asked for, where the layer is {@link #coded}. */
  public Setting setting() {
    return Codecs.byId(coder).axis().at(place);
  }

  /** Percentage points lost, may be negative. */
  public double lossPoints() {
    return loss.points();
  }
}
