package org.weighbridge.network;

import org.weighbridge.tensor.Tensor;

/**
 * A float32 constant beside the layers' weights whose values are data, not structure: a bias or a
 * parameter of a normalization.
 *
 * @param id its name
 * @param operator the ONNX operator that uses it, such as {@code Gemm} or {@code
 *     BatchNormalization}
 * @param values its values, one or more
 */
public record SmallTensor(LayerId id, String operator, Tensor values) {
  SmallTensor withValues(Tensor replacement) {
    if (!replacement.shape().equals(values.shape())) {
      throw new IllegalArgumentException(
          id + " is " + values.shape() + ", not " + replacement.shape());
    }
    return new SmallTensor(id, operator, replacement);
  }
}
