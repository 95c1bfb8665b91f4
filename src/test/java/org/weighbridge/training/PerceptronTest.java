package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.digits.SplitMix;

class PerceptronTest {
  private static final int[] SIZES = {6, 5, 4, 3};
  private static final int LABEL = 1;
  private static final StepSize PLAIN = new StepSize(1, 0, 0);

  private final SplitMix random = new SplitMix(7);
  private final Perceptron network = new Perceptron(SIZES, random);
  private final Perceptron.Pass pass = network.new Pass();

  private double loss() {
    for (int i = 0; i < SIZES[0]; i++) {
      pass.input()[i] = i == 2 ? 0 : 0.3f * i - 0.5f;
    }
    pass.forward();
    return pass.backward(LABEL);
  }

  /** Changes one weight by a step along a made-up gradient. */
  private void move(int l, int input, int output, float by) {
    FullyConnected layer = network.layers().get(l);
    float[] x = new float[layer.inputs()];
    float[] dy = new float[layer.outputs()];
    x[input] = 1;
    dy[output] = -by;
    layer.step(input, new float[][] {x}, new float[][] {dy}, 1, PLAIN);
  }

  @Test
  void gradientsAgreeWithDifferences() {
    float by = 0x1p-7f;
    double largest = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      FullyConnected layer = network.layers().get(l);
      for (int i = 0; i < layer.inputs(); i++) {
        for (int o = 0; o < layer.outputs(); o++) {
          loss();
          double analytic = pass.input(l)[i] * pass.gradient(l)[o];
          move(l, i, o, by);
          double above = loss();
          move(l, i, o, -2 * by);
          double below = loss();
          move(l, i, o, by);
          double numeric = (above - below) / (2 * by);
          assertEquals(numeric, analytic, 5e-4, "layer " + l + ", " + i + " to " + o);
          largest = Math.max(largest, Math.abs(numeric));
        }
      }
    }
    assertTrue(largest > 0.1, "the test sees gradients: " + largest);
  }

  @Test
  void stepsAddMomentumAndDecay() {
    float[] w = {1, 1};
    float[] v = {0.5f, 0.5f};
    Rows.step(w, v, new float[] {2, 2}, new float[] {1, 0}, new StepSize(0.1f, 0.9f, 0.25f), 0.5f);
    float velocity = 0.9f * 0.5f - 0.1f * (0.5f * 2 + 0.25f * 1);
    assertArrayEquals(new float[] {velocity, velocity}, v);
    assertArrayEquals(new float[] {1 + velocity, 0}, w);
  }

  @Test
  void softmaxStandsLargeScores() {
    float[] gradient = new float[3];
    double loss = SoftmaxCrossEntropy.gradient(new float[] {1e30f, -1e30f, 0}, 0, gradient);
    assertEquals(0, loss);
    assertArrayEquals(new float[3], gradient);
    loss = SoftmaxCrossEntropy.gradient(new float[] {0, 0, 0}, 2, gradient);
    assertEquals(Math.log(3), loss, 1e-12);
    assertArrayEquals(new float[] {1 / 3f, 1 / 3f, 1 / 3f - 1}, gradient, 1e-6f);
  }

  @Test
  void removingDeadNeuronsChangesNothing() {
    FullyConnected first = network.layers().get(0);
    FullyConnected second = network.layers().get(1);
    // neuron 3 becomes a constant, neuron 1 is not listened to
    first.stepBias(new float[][] {{0, 0, 0, -0.75f, 0}}, 1, PLAIN);
    for (int i = 0; i < first.inputs(); i++) {
      move(0, i, 3, -first.weight(i, 3));
    }
    for (int o = 0; o < second.outputs(); o++) {
      move(1, 1, o, -second.weight(1, o));
    }
    first.prune(1 - 6.0 / 30);
    second.prune(1 - 4.0 / 20);
    assertTrue(first.ignoresInputs(3) && second.ignores(1));
    loss();
    float[] before = pass.input(3).clone();
    DeadNeurons.remove(network.layers());
    loss();
    assertArrayEquals(before, pass.input(3), 1e-6f);
    assertTrue(first.ignoresInputs(1) && second.ignores(3));
    assertEquals(0, first.bias(3));
    assertEquals(0, pass.input(1)[1]);
  }
}
