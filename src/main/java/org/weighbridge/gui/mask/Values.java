package org.weighbridge.gui.mask;

import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** The numbers that a picture is made of, by their place in the tensor. */
interface Values {
  Shape shape();

  float at(int element);

  static Values of(Tensor tensor) {
    float[] values = tensor.values();
    return new Values() {
      @Override
      public Shape shape() {
        return tensor.shape();
      }

      @Override
      public float at(int element) {
        return values[element];
      }
    };
  }

  /** Decoded less original; nothing is stored, for the layers reach hundreds of megabytes. */
  static Values error(Tensor original, Tensor decoded) {
    float[] before = original.values();
    float[] after = decoded.values();
    return new Values() {
      @Override
      public Shape shape() {
        return original.shape();
      }

      @Override
      public float at(int element) {
        return after[element] - before[element];
      }
    };
  }
}
