package org.weighbridge.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.gradient.Dropout;
import org.weighbridge.training.gradient.DropoutPlace;
import org.weighbridge.training.gradient.Gradients;
import org.weighbridge.training.gradient.Parameter;

/** Gradients of a network of one Gemm, written out: tests of the loop need no others. */
final class SoftmaxRegression implements Gradients {
  private final Tensor weight;
  private final Tensor bias;
  private final List<Parameter> parameters;

  SoftmaxRegression(Network network) {
    Map<LayerId, Tensor> tensors = network.tensors();
    weight = tensors.get(new LayerId("fc.weight"));
    bias = tensors.get(new LayerId("fc.bias"));
    parameters =
        List.of(
            new Parameter("fc.weight", weight.shape(), Parameter.Role.WEIGHT),
            new Parameter("fc.bias", bias.shape(), Parameter.Role.OFFSET));
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public float[][] start() {
    return new float[][] {weight.values().clone(), bias.values().clone()};
  }

  @Override
  public List<DropoutPlace> dropouts() {
    return List.of();
  }

  @Override
  public BatchLoss backward(
      LabelledSamples samples,
      int[] order,
      int from,
      int count,
      Dropout dropout,
      float[][] values,
      float[][] gradients) {
    for (float[] gradient : gradients) {
      Arrays.fill(gradient, 0);
    }
    BatchLoss sum = BatchLoss.NONE;
    float[] x = new float[weight.shape().columns()];
    for (int i = from; i < from + count; i++) {
      samples.read(order[i], x, 0);
      double[] p = new double[bias.size()];
      sum = sum.plus(forward(x, samples.label(order[i]), values, p));
      p[samples.label(order[i])] -= 1;
      for (int c = 0; c < p.length; c++) {
        gradients[1][c] += (float) (p[c] / count);
        for (int j = 0; j < x.length; j++) {
          gradients[0][c * x.length + j] += (float) (p[c] * x[j] / count);
        }
      }
    }
    return sum;
  }

  private static BatchLoss forward(float[] x, int label, float[][] values, double[] p) {
    int top = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = values[1][c];
      for (int j = 0; j < x.length; j++) {
        p[c] += (double) values[0][c * x.length + j] * x[j];
      }
      top = p[c] > p[top] ? c : top;
    }
    double largest = p[top];
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = Math.exp(p[c] - largest);
      sum += p[c];
    }
    for (int c = 0; c < p.length; c++) {
      p[c] /= sum;
    }
    return new BatchLoss(1, -Math.log(p[label]), top == label ? 1 : 0);
  }

  @Override
  public BatchLoss evaluate(LabelledSamples samples, float[][] values, Progress progress) {
    BatchLoss sum = BatchLoss.NONE;
    float[] x = new float[weight.shape().columns()];
    for (int i = 0; i < samples.size(); i++) {
      progress.check();
      samples.read(i, x, 0);
      sum = sum.plus(forward(x, samples.label(i), values, new double[bias.size()]));
    }
    return sum;
  }

  @Override
  public void close() {}
}
