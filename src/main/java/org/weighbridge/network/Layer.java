package org.weighbridge.network;

import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A layer whose weights can be pruned and coded.
 *
 * @param id its weight tensor's name
 * @param operator the ONNX operator that uses the weights: {@code Gemm}, {@code MatMul} or {@code
 *     Conv}
 * @param weights the weights as the file stores them (Gemm with transB: outputs × inputs; MatMul:
 *     inputs × outputs; Conv: filters × channels × kernel)
 * @param outputAxis the axis of {@code weights} that counts the layer's outputs
 */
public record Layer(LayerId id, String operator, Tensor weights, int outputAxis) {
  public Shape shape() {
    return weights.shape();
  }

  public String name() {
    return id.name();
  }

  /** Whether the layer is fully connected: what DeepSZ's published ratios count. */
  public boolean fullyConnected() {
    return !operator.equals("Conv");
  }

  public Layer withWeights(Tensor replacement) {
    if (!replacement.shape().equals(shape())) {
      throw new IllegalArgumentException(
          name() + " is " + shape() + ", not " + replacement.shape());
    }
    return new Layer(id, operator, replacement, outputAxis);
  }
}
