package org.weighbridge.inference.sparse;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.weighbridge.job.WorkPool;

/**
 * {@code activations × weights + bias} of a fully connected layer with sparse weights.
 *
 * <p>Vectors run over samples, not over weights: each weight that is kept adds its input's lane of
 * samples, so that the irregular positions cost one pointer per weight and block instead of a
 * gather per product. Tasks own blocks of samples times some outputs; each sum is taken in the
 * order of the inputs, so that results do not depend on the number of threads.
 */
public final class SparseProduct {
  private static final int OUTPUTS_PER_TASK = 32;

  private SparseProduct() {}

  /**
   * Multiplies.
   *
   * @param weights outputs × inputs, as many inputs as the activations have
   * @param bias one value per output, added to each sample
   * @param target samples × outputs, written from index 0 on
   */
  public static void multiply(
      SampleBlocks activations, SparseWeights weights, float[] bias, FloatBuffer target) {
    if (weights.inputs() != activations.inputs() || bias.length != weights.outputs()) {
      throw new IllegalArgumentException(
          "%d inputs times %d × %d weights and %d biases"
              .formatted(activations.inputs(), weights.outputs(), weights.inputs(), bias.length));
    }
    int parts = Math.ceilDiv(weights.outputs(), OUTPUTS_PER_TASK);
    WorkPool.forEach(
        activations.count() * parts,
        task -> {
          int from = task % parts * OUTPUTS_PER_TASK;
          int to = Math.min(weights.outputs(), from + OUTPUTS_PER_TASK);
          multiply(activations, task / parts, weights, from, to, bias, target);
        });
  }

  private static void multiply(
      SampleBlocks activations,
      int block,
      SparseWeights weights,
      int from,
      int to,
      float[] bias,
      FloatBuffer target) {
    float[][] inputs = activations.block(block);
    float[][] sums = new float[to - from][activations.lanes()];
    for (int output = from; output < to; output++) {
      float[] sum = sums[output - from];
      Arrays.fill(sum, bias[output]);
      add(inputs, weights, output, sum);
    }
    float[] some = new float[to - from];
    int first = activations.first(block);
    for (int lane = 0; lane < activations.size(block); lane++) {
      for (int i = 0; i < some.length; i++) {
        some[i] = sums[i][lane];
      }
      target.put((first + lane) * weights.outputs() + from, some);
    }
  }

  /** Adds what one output gets from all inputs, eight weights per pass over the samples. */
  private static void add(float[][] x, SparseWeights weights, int output, float[] sum) {
    int[] at = weights.positions();
    float[] w = weights.values();
    int end = weights.starts()[output + 1];
    int k = weights.starts()[output];
    for (; k + 8 <= end; k += 8) {
      addEight(
          sum,
          x[at[k]],
          x[at[k + 1]],
          x[at[k + 2]],
          x[at[k + 3]],
          x[at[k + 4]],
          x[at[k + 5]],
          x[at[k + 6]],
          x[at[k + 7]],
          w[k],
          w[k + 1],
          w[k + 2],
          w[k + 3],
          w[k + 4],
          w[k + 5],
          w[k + 6],
          w[k + 7]);
    }
    for (; k < end; k++) {
      addOne(sum, x[at[k]], w[k]);
    }
  }

  private static void addOne(float[] sum, float[] x, float w) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.fma(w, x[i], sum[i]);
    }
  }

  @SuppressWarnings("TooManyParameters") // arrays of arrays would be looked up again at each lane
  private static void addEight(
      float[] sum,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float[] x4,
      float[] x5,
      float[] x6,
      float[] x7,
      float w0,
      float w1,
      float w2,
      float w3,
      float w4,
      float w5,
      float w6,
      float w7) {
    for (int i = 0; i < sum.length; i++) {
      float a = Math.fma(w0, x0[i], sum[i]);
      a = Math.fma(w1, x1[i], a);
      a = Math.fma(w2, x2[i], a);
      a = Math.fma(w3, x3[i], a);
      a = Math.fma(w4, x4[i], a);
      a = Math.fma(w5, x5[i], a);
      a = Math.fma(w6, x6[i], a);
      sum[i] = Math.fma(w7, x7[i], a);
    }
  }
}
