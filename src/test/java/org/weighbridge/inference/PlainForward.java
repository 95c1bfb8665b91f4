package org.weighbridge.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;

/** What a chain of fully connected layers computes, written down once more without any library. */
final class PlainForward {
  private PlainForward() {}

  /** The predicted classes for pixels mapped to 0 to 1. */
  static int[] predict(Network mlp, Dataset dataset) {
    float[][] biases = biases(mlp);
    int[] predictions = new int[dataset.size()];
    float[] raw = new float[dataset.sampleShape().size()];
    for (int sample = 0; sample < predictions.length; sample++) {
      dataset.read(sample, raw, 0);
      double[] values = new double[raw.length];
      for (int i = 0; i < raw.length; i++) {
        values[i] = raw[i] / 255.0;
      }
      for (int layer = 0; layer < biases.length; layer++) {
        values = layer(mlp.layers().get(layer), biases[layer], values, layer < biases.length - 1);
      }
      predictions[sample] = highest(values);
    }
    return predictions;
  }

  /** {@code fc1.bias} and so on; zeros where a model has none. */
  private static float[][] biases(Network mlp) {
    float[][] biases = new float[mlp.layers().size()][];
    for (int i = 0; i < biases.length; i++) {
      Layer layer = mlp.layers().get(i);
      biases[i] = new float[layer.shape().dim(layer.outputAxis())];
      String name = "fc" + (i + 1) + ".bias";
      for (var tensor : mlp.model().getGraph().getInitializerList()) {
        if (tensor.getName().equals(name)) {
          ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer();
          bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(biases[i]);
        }
      }
    }
    return biases;
  }

  private static double[] layer(Layer layer, float[] bias, double[] inputs, boolean relu) {
    boolean outputsFirst = layer.outputAxis() == 0;
    double[] outputs = new double[bias.length];
    for (int o = 0; o < outputs.length; o++) {
      double sum = bias[o];
      for (int i = 0; i < inputs.length; i++) {
        int at = outputsFirst ? o * inputs.length + i : i * outputs.length + o;
        sum += inputs[i] * layer.weights().values()[at];
      }
      outputs[o] = relu ? Math.max(0, sum) : sum;
    }
    return outputs;
  }

  private static int highest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
