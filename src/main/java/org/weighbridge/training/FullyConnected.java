package org.weighbridge.training;

import java.util.Arrays;
import org.weighbridge.dataset.digits.SplitMix;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A fully connected layer in training: weights, bias, their velocities and the mask of the weights
 * that are kept.
 *
 * <p>Weights are one row per input, so that inputs of zero (background, inactive neurons) cost
 * nothing; a transposed copy serves the way back.
 */
final class FullyConnected {
  private final int inputs;
  private final int outputs;
  private final float[][] weights;
  private final float[][] transposed;
  private final float[][] mask;
  private final float[][] velocity;
  private final float[] bias;
  private final float[] biasVelocity;
  private final float[] biasMask;

  /** Weights as He et al. (2015) begin, uniform: within ±sqrt(6 / inputs); biases 0. */
  FullyConnected(int inputs, int outputs, SplitMix random) {
    this.inputs = inputs;
    this.outputs = outputs;
    weights = new float[inputs][outputs];
    transposed = new float[outputs][inputs];
    mask = new float[inputs][outputs];
    velocity = new float[inputs][outputs];
    bias = new float[outputs];
    biasVelocity = new float[outputs];
    biasMask = new float[outputs];
    Arrays.fill(biasMask, 1);
    double range = Math.sqrt(6.0 / inputs);
    for (int i = 0; i < inputs; i++) {
      Arrays.fill(mask[i], 1);
      for (int o = 0; o < outputs; o++) {
        weights[i][o] = (float) random.uniform(-range, range);
      }
      transpose(i);
    }
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  float weight(int input, int output) {
    return weights[input][output];
  }

  float bias(int output) {
    return bias[output];
  }

  /** {@code y = W x + b}. */
  void forward(float[] x, float[] y) {
    System.arraycopy(bias, 0, y, 0, outputs);
    for (int i = 0; i < inputs; i++) {
      if (x[i] != 0) {
        Rows.addScaled(x[i], weights[i], y);
      }
    }
  }

  /** {@code dx = W' dy}: the gradient of the loss by the layer's input. */
  void backward(float[] dy, float[] dx) {
    Arrays.fill(dx, 0);
    for (int o = 0; o < outputs; o++) {
      if (dy[o] != 0) {
        Rows.addScaled(dy[o], transposed[o], dx);
      }
    }
  }

  /**
   * Moves the weights of one input along the mean gradient of a batch, summed in the batch's order.
   *
   * @param x the layer's inputs of each sample
   * @param dy the gradients by the layer's outputs of each sample
   * @param count how many samples
   */
  void step(int input, float[][] x, float[][] dy, int count, StepSize size) {
    float[] gradient = new float[outputs];
    for (int sample = 0; sample < count; sample++) {
      float value = x[sample][input];
      if (value != 0) {
        Rows.addScaled(value, dy[sample], gradient);
      }
    }
    Rows.step(weights[input], velocity[input], gradient, mask[input], size, 1f / count);
    transpose(input);
  }

  /** As {@link #step}, for the biases, which do not decay. */
  void stepBias(float[][] dy, int count, StepSize size) {
    float[] gradient = new float[outputs];
    for (int sample = 0; sample < count; sample++) {
      Rows.addScaled(1, dy[sample], gradient);
    }
    Rows.step(bias, biasVelocity, gradient, biasMask, size.withoutDecay(), 1f / count);
  }

  /** Masks all but the largest weights: from now on they stay 0. */
  void prune(double density) {
    // rows of the tensor are outputs
    var kept = Pruning.mask(weightTensor(), new PruningRule.Density(density));
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        if (!kept.get(o * inputs + i)) {
          mask(i, o);
        }
      }
      transpose(i);
    }
  }

  /** Whether an output depends on no input. */
  boolean ignoresInputs(int output) {
    return Arrays.stream(mask).allMatch(row -> row[output] == 0);
  }

  /** Whether no output depends on an input. */
  boolean ignores(int input) {
    for (float kept : mask[input]) {
      if (kept != 0) {
        return false;
      }
    }
    return true;
  }

  /** Masks the weights and the bias of an output, which is 0 from now on. */
  void removeOutput(int output) {
    for (int i = 0; i < inputs; i++) {
      mask(i, output);
      transpose(i);
    }
    bias[output] = 0;
    biasMask[output] = 0;
  }

  /** Masks the weights of an input whose value is always {@code value}; the biases take it over. */
  void removeInput(int input, float value) {
    Rows.addScaled(value, weights[input], bias);
    for (int o = 0; o < outputs; o++) {
      mask(input, o);
    }
    transpose(input);
  }

  private void mask(int input, int output) {
    mask[input][output] = 0;
    weights[input][output] = 0;
    velocity[input][output] = 0;
  }

  private void transpose(int input) {
    for (int o = 0; o < outputs; o++) {
      transposed[o][input] = weights[input][o];
    }
  }

  /** Outputs × inputs, as Gemm with transB takes them. */
  Tensor weightTensor() {
    float[] values = new float[inputs * outputs];
    for (int o = 0; o < outputs; o++) {
      System.arraycopy(transposed[o], 0, values, o * inputs, inputs);
    }
    return new Tensor(Shape.of(outputs, inputs), values);
  }

  Tensor biasTensor() {
    return Tensor.of(Shape.of(outputs), bias.clone());
  }
}
