package org.weighbridge.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.weighbridge.job.WorkPool;

/**
 * One step of training at a time: the samples of a batch go forward and back side by side, then the
 * weights' rows move side by side. Every sum has one owner and a fixed order, so that the bits do
 * not depend on the number of threads.
 */
final class BatchTrainer {
  private static final int ROWS_PER_TASK = 16;

  private final Perceptron network;
  private final PerceptronSamples samples;
  private final List<Perceptron.Pass> passes;
  private final List<float[][]> inputs = new ArrayList<>();
  private final List<float[][]> gradients = new ArrayList<>();
  private final double[] losses;
  private final List<RowBlock> blocks = new ArrayList<>();

  /** Some rows of a layer; the first block of a layer has the biases too. */
  private record RowBlock(int layer, int from, int to) {}

  BatchTrainer(Perceptron network, PerceptronSamples samples, int batch) {
    this.network = network;
    this.samples = samples;
    passes = Stream.generate(() -> network.new Pass()).limit(batch).toList();
    losses = new double[batch];
    for (int l = 0; l < network.layers().size(); l++) {
      int layer = l;
      inputs.add(passes.stream().map(pass -> pass.input(layer)).toArray(float[][]::new));
      gradients.add(passes.stream().map(pass -> pass.gradient(layer)).toArray(float[][]::new));
      int rows = network.layers().get(l).inputs();
      for (int from = 0; from < rows; from += ROWS_PER_TASK) {
        blocks.add(new RowBlock(l, from, Math.min(rows, from + ROWS_PER_TASK)));
      }
    }
  }

  /**
   * Trains on some samples, at most the batch.
   *
   * @param order sample numbers
   * @param from the first one's place in {@code order}
   * @return the sum of their losses before the step
   */
  double step(int[] order, int from, int count, StepSize size) {
    WorkPool.forEach(
        count,
        i -> {
          Perceptron.Pass pass = passes.get(i);
          samples.read(order[from + i], pass.input());
          pass.forward();
          losses[i] = pass.backward(samples.label(order[from + i]));
        });
    WorkPool.forEach(blocks.size(), b -> move(blocks.get(b), count, size));
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += losses[i];
    }
    return sum;
  }

  private void move(RowBlock block, int count, StepSize size) {
    FullyConnected layer = network.layers().get(block.layer);
    float[][] x = inputs.get(block.layer);
    float[][] dy = gradients.get(block.layer);
    if (block.from == 0) {
      layer.stepBias(dy, count, size);
    }
    for (int row = block.from; row < block.to; row++) {
      layer.step(row, x, dy, count, size);
    }
  }
}
