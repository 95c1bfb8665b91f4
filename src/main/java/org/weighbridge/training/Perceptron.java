package org.weighbridge.training;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.dataset.digits.SplitMix;
import org.weighbridge.tensor.Tensor;

/** Fully connected layers with rectified linear units between them. */
final class Perceptron {
  private final List<FullyConnected> layers = new ArrayList<>();

  /**
   * A network with random weights.
   *
   * @param sizes of the input, the hidden layers and the output
   */
  Perceptron(int[] sizes, SplitMix random) {
    for (int i = 0; i + 1 < sizes.length; i++) {
      layers.add(new FullyConnected(sizes[i], sizes[i + 1], random));
    }
  }

  List<FullyConnected> layers() {
    return layers;
  }

  /** The values that one sample passes on, and room for the gradients that come back. */
  final class Pass {
    /** The input, the hidden layers' activations, the logits. */
    private final float[][] values = new float[layers.size() + 1][];

    /** The loss's gradient by each layer's output before the rectifier. */
    private final float[][] gradients = new float[layers.size()][];

    Pass() {
      values[0] = new float[layers.getFirst().inputs()];
      for (int l = 0; l < layers.size(); l++) {
        values[l + 1] = new float[layers.get(l).outputs()];
        gradients[l] = new float[layers.get(l).outputs()];
      }
    }

    /** To be filled before {@link #forward}. */
    float[] input() {
      return values[0];
    }

    /** What layer {@code l} takes in. */
    float[] input(int l) {
      return values[l];
    }

    float[] gradient(int l) {
      return gradients[l];
    }

    /** The class scores. */
    float[] forward() {
      for (int l = 0; l < layers.size(); l++) {
        float[] output = values[l + 1];
        layers.get(l).forward(values[l], output);
        if (l + 1 < layers.size()) {
          for (int i = 0; i < output.length; i++) {
            output[i] = Math.max(0f, output[i]);
          }
        }
      }
      return values[layers.size()];
    }

    /** The index of the largest score, the first of equal ones. */
    int predict() {
      float[] scores = forward();
      int best = 0;
      for (int c = 1; c < scores.length; c++) {
        if (scores[c] > scores[best]) {
          best = c;
        }
      }
      return best;
    }

    /** Computes the gradients of the cross-entropy of softmax; returns the cross-entropy. */
    double backward(int label) {
      int last = layers.size() - 1;
      double loss = SoftmaxCrossEntropy.gradient(values[last + 1], label, gradients[last]);
      for (int l = last; l > 0; l--) {
        layers.get(l).backward(gradients[l], gradients[l - 1]);
        for (int i = 0; i < gradients[l - 1].length; i++) {
          if (values[l][i] == 0) {
            gradients[l - 1][i] = 0;
          }
        }
      }
      return loss;
    }
  }

  /** The fraction of weights that are not zero. */
  double density() {
    var weights = layers.stream().map(FullyConnected::weightTensor).toList();
    return (double) weights.stream().mapToInt(Tensor::nonZeros).sum()
        / weights.stream().mapToInt(Tensor::size).sum();
  }
}
