package org.weighbridge.experiment;

import java.util.OptionalDouble;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.optimizer.Choice;

/**
 * A choice of bounds, encoded and measured with all layers reconstructed together.
 *
 * @param choice the bounds and what was predicted of them
 * @param model the encoded network
 * @param measured its accuracy on the samples that the choice was made on
 * @param lossPoints measured loss in percentage points, may be negative
 */
public record Trial(Choice choice, EncodedModel model, Evaluation measured, double lossPoints) {
  /**
   * The loss that is not exceeded on other samples of the same kind with 95 % confidence, in
   * percentage points.
   */
  public double lossAtMost() {
    return measured.loss().atMost();
  }

  /**
   * The same as a value to be kept: without the tensors.
   *
   * @param split the samples that it was measured on
   */
  public MeasuredConfiguration measuredOn(Split split) {
    return new MeasuredConfiguration(
        model.configuration(),
        split,
        OptionalDouble.of(choice.predictedLossPoints()),
        measured.loss(),
        model.fileBytes());
  }
}
