package org.weighbridge.inference.sparse;

import java.util.concurrent.atomic.LongAdder;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Block;
import org.weighbridge.tensor.Tensor;

/**
 * The weights of a fully connected layer that are not zero, output by output with their inputs
 * ascending (compressed sparse rows). NaN and infinity are not zero.
 *
 * @param inputs the number of inputs
 * @param starts index of each output's first weight, then the number of weights
 * @param positions the input of each weight
 * @param values the weights
 */
@SuppressWarnings("ArrayRecordComponent") // built once, then only read
public record SparseWeights(int inputs, int[] starts, int[] positions, float[] values) {
  private static final int OUTPUTS_PER_TASK = 64;
  private static final int WEIGHTS_PER_TASK = 1 << 18;

  /** The fraction of weights that are not zero, 0 to 1. */
  public static double density(Tensor weights) {
    int size = weights.size();
    var kept = new LongAdder();
    WorkPool.forEach(
        Math.ceilDiv(size, WEIGHTS_PER_TASK),
        task -> {
          int from = task * WEIGHTS_PER_TASK;
          Block block = weights.block(from, Math.min(WEIGHTS_PER_TASK, size - from));
          float[] all = block.values();
          int count = 0;
          for (int i = block.begin(); i < block.end(); i++) {
            count += all[i] == 0 ? 0 : 1;
          }
          kept.add(count);
        });
    return (double) kept.sum() / Math.max(1, size);
  }

  /**
   * Leaves out zeros.
   *
   * @param weights a matrix
   * @param outputAxis 0 where it is outputs × inputs, 1 where it is inputs × outputs
   */
  public static SparseWeights of(Tensor weights, int outputAxis) {
    int outputs = weights.shape().dim(outputAxis);
    int inputs = weights.shape().dim(1 - outputAxis);
    var matrix =
        outputAxis == 0
            ? new Matrix(weights.values(), outputs, inputs, inputs, 1)
            : new Matrix(weights.values(), outputs, inputs, 1, outputs);
    int[] starts = matrix.starts();
    int[] positions = new int[starts[outputs]];
    float[] values = new float[starts[outputs]];
    matrix.forOutputs(
        output -> {
          int next = starts[output];
          for (int input = 0; input < inputs; input++) {
            float weight = matrix.at(output, input);
            if (weight != 0) {
              positions[next] = input;
              values[next++] = weight;
            }
          }
        });
    return new SparseWeights(inputs, starts, positions, values);
  }

  public int outputs() {
    return starts.length - 1;
  }

  /** A dense matrix by its steps from one output or input to the next. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Matrix(float[] values, int outputs, int inputs, int outputStep, int inputStep) {
    float at(int output, int input) {
      return values[output * outputStep + input * inputStep];
    }

    int[] starts() {
      int[] starts = new int[outputs + 1];
      forOutputs(
          output -> {
            int count = 0;
            for (int input = 0; input < inputs; input++) {
              count += at(output, input) == 0 ? 0 : 1;
            }
            starts[output + 1] = count;
          });
      for (int output = 0; output < outputs; output++) {
        starts[output + 1] += starts[output];
      }
      return starts;
    }

    void forOutputs(java.util.function.IntConsumer each) {
      WorkPool.forEach(
          Math.ceilDiv(outputs, OUTPUTS_PER_TASK),
          task -> {
            int to = Math.min(outputs, (task + 1) * OUTPUTS_PER_TASK);
            for (int output = task * OUTPUTS_PER_TASK; output < to; output++) {
              each.accept(output);
            }
          });
    }
  }
}
