package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.dataset.digits.SplitMix;

class BatchTrainerTest {
  private static final int SAMPLES = 120;
  private static final int BATCH = 50;
  private static final int[] ORDER = IntStream.range(0, SAMPLES).toArray();
  private static final StepSize SIZE = new StepSize(0.05f, 0.9f, 1e-3f);

  private final PerceptronSamples samples =
      new PerceptronSamples(
          DataSets.open("digits", Split.TRAINING, OptionalInt.of(SAMPLES)),
          Preprocessing.unitInterval());

  private static Perceptron network() {
    return new Perceptron(new int[] {784, 30, 20, 10}, new SplitMix(3));
  }

  private double train(Perceptron network) {
    var trainer = new BatchTrainer(network, samples, BATCH);
    double loss = 0;
    for (int from = 0; from < SAMPLES; from += BATCH) {
      loss += trainer.step(ORDER, from, Math.min(BATCH, SAMPLES - from), SIZE);
    }
    return loss;
  }

  /** What {@link BatchTrainer} does, on one thread, one sample and one row after the other. */
  private double trainOnOneThread(Perceptron network) {
    double loss = 0;
    for (int from = 0; from < SAMPLES; from += BATCH) {
      int count = Math.min(BATCH, SAMPLES - from);
      double batchLoss = 0;
      var passes = new Perceptron.Pass[count];
      for (int i = 0; i < count; i++) {
        passes[i] = network.new Pass();
        samples.read(from + i, passes[i].input());
        passes[i].forward();
        batchLoss += passes[i].backward(samples.label(from + i));
      }
      for (int l = 0; l < network.layers().size(); l++) {
        FullyConnected layer = network.layers().get(l);
        float[][] x = new float[count][];
        float[][] dy = new float[count][];
        for (int i = 0; i < count; i++) {
          x[i] = passes[i].input(l);
          dy[i] = passes[i].gradient(l);
        }
        layer.stepBias(dy, count, SIZE);
        for (int row = 0; row < layer.inputs(); row++) {
          layer.step(row, x, dy, count, SIZE);
        }
      }
      loss += batchLoss;
    }
    return loss;
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    Perceptron parallel = network();
    Perceptron sequential = network();
    for (int epoch = 0; epoch < 3; epoch++) {
      assertEquals(trainOnOneThread(sequential), train(parallel));
    }
    for (int l = 0; l < 3; l++) {
      FullyConnected one = sequential.layers().get(l);
      FullyConnected other = parallel.layers().get(l);
      assertTrue(one.weightTensor().sameBits(other.weightTensor()), "weights of layer " + l);
      assertTrue(one.biasTensor().sameBits(other.biasTensor()), "biases of layer " + l);
    }
  }

  @Test
  void masksHold() {
    Perceptron network = network();
    train(network);
    network.layers().forEach(layer -> layer.prune(0.3));
    var pruned = network.layers().stream().map(FullyConnected::weightTensor).toList();
    assertEquals(0.3, network.density(), 1e-3);
    train(network);
    for (int l = 0; l < 3; l++) {
      float[] before = pruned.get(l).values();
      float[] after = network.layers().get(l).weightTensor().values();
      int moved = 0;
      for (int i = 0; i < before.length; i++) {
        if (before[i] == 0) {
          assertEquals(0, Float.floatToRawIntBits(after[i]), "layer " + l + ", weight " + i);
        } else if (before[i] != after[i]) {
          moved++;
        }
      }
      assertTrue(moved > 0.25 * before.length, "the others move: " + moved);
    }
  }
}
