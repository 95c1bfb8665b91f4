package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

class NearTieTest {
  private static final long SEED = 77;

  @Test
  void comparesTheBestTwoWithTheLargest() {
    assertTrue(NearTie.in(new double[] {10, 10, 3}));
    assertTrue(NearTie.in(new double[] {10, 3, 10.0009}));
    assertFalse(NearTie.in(new double[] {10, 3, 10.0011}));
    assertTrue(NearTie.in(new double[] {-50, 1.001, 1}), "the magnitude is 50");
    assertFalse(NearTie.in(new double[] {0.01, 0.02}), "small scores are no ties");
    assertFalse(NearTie.in(new double[] {7}), "one class has no rival");
    assertTrue(NearTie.in(new double[] {1, Double.NaN}));
    assertTrue(NearTie.in(new double[] {1, Double.POSITIVE_INFINITY}));
    assertTrue(NearTie.in(new double[] {0, 0}));
  }

  /**
   * Classes in pairs whose weights are nearly the same: about every second sample is a near tie.
   */
  @Test
  void predictsAsTheWholeNetworkWhereClassesTie() {
    Network network = TestModels.conv(SEED);
    var images = RandomSamples.of(SEED, 3000, 10, 1, 8, 8);
    Layer last = network.layers().getLast();
    float[] weights = last.weights().values().clone();
    int inputs = last.shape().dim(1);
    for (int o = 1; o < 10; o += 2) {
      for (int i = 0; i < inputs; i++) {
        float twin = weights[(o - 1) * inputs + inputs - 1 - i];
        weights[o * inputs + i] =
            weights[(o - 1) * inputs + i] + (i % 2 == 0 ? 1e-7f : -1e-7f) * twin;
      }
    }
    var tied = new Tensor(last.shape(), weights);
    try (var evaluator = Evaluators.open(network, images, Preprocessing.unitInterval())) {
      for (Layer layer : network.layers()) {
        var replaced = new HashMap<>(EvaluatorTest.disturbed(network, 0.2, SEED));
        replaced.keySet().retainAll(Set.of(layer.id()));
        replaced.put(last.id(), tied);
        for (var candidate : List.of(replaced, Map.of(last.id(), tied))) {
          assertArrayEquals(
              evaluator.evaluateWhole(candidate, Progress.none()).predictions(),
              evaluator.evaluate(candidate, Progress.none()).predictions(),
              layer.name() + ", seed " + SEED);
        }
      }
    }
  }
}
