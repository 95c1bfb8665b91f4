package org.weighbridge.experiment;

import java.util.OptionalDouble;
import org.weighbridge.dataset.Split;
import org.weighbridge.optimizer.Choice;

/**
 * A choice of bounds, measured with all layers reconstructed together.
 *
 * @param choice the bounds and what was predicted of them, the size of the file among it
 * @param configuration the same bounds, to encode with
 * @param measured its accuracy on the samples that the choice was made on
 */
public record Trial(Choice choice, Configuration configuration, MeasuredAccuracy measured) {
  static final double ROUNDING = 1e-9;

  /** Measured loss in percentage points, may be negative. */
  public double lossPoints() {
    return measured.loss().points();
  }

  /**
   * The loss that is not exceeded on other samples of the same kind with 95 % confidence, in
   * percentage points.
   */
  public double lossAtMost() {
    return measured.loss().atMost();
  }

  /** Whether any layer is coded: a search may have left all of them alone. */
  boolean codesAnything() {
    return !configuration.settings().isEmpty();
  }

  /** Whether a budget is to hold on samples that nobody has seen. */
  boolean keeps(double budget) {
    return lossAtMost() <= budget + ROUNDING;
  }

  /** Whether a budget holds on the measured samples, whatever chance did. */
  boolean meets(double budget) {
    return lossPoints() <= budget + ROUNDING;
  }

  /**
   * The same as a value to be kept: without what every sample's answer was.
   *
   * @param split the samples that it was measured on
   */
  public MeasuredConfiguration measuredOn(Split split) {
    return new MeasuredConfiguration(
        configuration,
        split,
        OptionalDouble.of(choice.predictedLossPoints()),
        measured.loss(),
        choice.predictedBytes());
  }
}
