package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

/** Predictions must not depend on whether layers are multiplied sparsely. */
class SparsePathTest {
  private static final long SEED = 62;
  private static final RandomSamples NOISE = RandomSamples.of(SEED, 1234, 5, 1, 6, 4);

  /** How often the break-even was asked for: once for each measurement of a sparse layer. */
  private final AtomicInteger asked = new AtomicInteger();

  private Evaluator open(Network network, Dataset dataset, double breakEven) {
    return Evaluators.open(
        network,
        dataset,
        Preprocessing.unitInterval(),
        MemoryBudget.standard(),
        run -> {
          asked.incrementAndGet();
          return breakEven;
        });
  }

  /** A layer's weights with most of them zero, the others larger. */
  private static Tensor pruned(Layer layer, double density) {
    var random = new SplittableRandom(SEED);
    float[] values = layer.weights().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < density ? values[i] * 2 : 0;
    }
    return new Tensor(layer.shape(), values);
  }

  /** Evaluates each layer pruned, both ways. Returns how many layers could be sparse. */
  private int requireTheSame(Network network, Dataset dataset) {
    asked.set(0);
    int eligible = 0;
    try (var sparse = open(network, dataset, 1);
        var dense = open(network, dataset, 0)) {
      for (int round = 0; round < 2; round++) {
        for (Layer layer : network.layers()) {
          var replaced = Map.of(layer.id(), pruned(layer, 0.3));
          int before = asked.get();
          int[] got = sparse.evaluate(replaced, Progress.none()).predictions();
          eligible += round == 0 ? asked.get() - before : 0;
          var expected = dense.evaluate(replaced, Progress.none());
          assertArrayEquals(expected.predictions(), got, layer.id() + ", seed " + SEED);
          assertArrayEquals(
              PlainForward.predict(network.withWeights(replaced), dataset),
              got,
              layer.id() + ", seed " + SEED);
        }
      }
    }
    return eligible;
  }

  @Test
  void predictsAsTheDenseWayDoes() {
    assertEquals(3, requireTheSame(TestModels.mlp(SEED, 24, 16, 15, 12, 5), NOISE));
    assertEquals(1, requireTheSame(TestModels.constantNodes(SEED, 24, 16, 5), NOISE));
  }

  @Test
  void multipliesSmallBatchesTogether() {
    assertEquals(2, requireTheSame(TestModels.fixedBatch(SEED, 7, 24, 16, 12, 5), NOISE));
    assertEquals(2, requireTheSame(TestModels.fixedBatch(SEED, 600, 24, 16, 12, 5), NOISE));
  }

  @Test
  void takesMatMulAndLeavesTheLastLayer() {
    Network network = TestModels.matMul(SEED, 24, 16, 5);
    try (var sparse = open(network, NOISE, 1);
        var dense = open(network, NOISE, 0)) {
      for (Layer layer : network.layers()) {
        var replaced = Map.of(layer.id(), pruned(layer, 0.3));
        asked.set(0);
        int[] got = sparse.evaluate(replaced, Progress.none()).predictions();
        assertEquals(layer.name().equals("w1") ? 1 : 0, asked.get(), layer.name());
        assertArrayEquals(dense.evaluate(replaced, Progress.none()).predictions(), got);
      }
    }
  }

  @Test
  void startsBehindConvolutions() {
    var model =
        new ModelBuilder(SEED)
            .input("input", -1, 1, 8, 8)
            .weight("conv.weight", 4, 1, 3, 3)
            .weight("fc1.weight", 144, 20)
            .weight("fc2.weight", 20, 10)
            .node("Conv", List.of("input", "conv.weight"), "c")
            .node("Relu", List.of("c"), "r")
            .node("Flatten", List.of("r"), "flat")
            .node("MatMul", List.of("flat", "fc1.weight"), "h")
            .node("Relu", List.of("h"), "hr")
            .node("Gemm", List.of("hr", "fc2.weight"), "logits")
            .output("logits", -1, 10)
            .build();
    Network network = NetworkFiles.of(model, "convolution in front");
    var images = RandomSamples.of(SEED, 700, 10, 1, 8, 8);
    try (var sparse = open(network, images, 1);
        var dense = open(network, images, 0)) {
      Layer fc1 = network.layer(new LayerId("fc1.weight")).orElseThrow();
      Layer conv = network.layer(new LayerId("conv.weight")).orElseThrow();
      Map<LayerId, Tensor> replaced = new HashMap<>(Map.of(fc1.id(), pruned(fc1, 0.2)));
      requireEqual(dense, sparse, replaced);
      assertEquals(2, asked.get());
      replaced.put(conv.id(), pruned(conv, 0.5));
      requireEqual(dense, sparse, replaced); // fc1 is within reach of the change
      assertEquals(2, asked.get());
      replaced.put(fc1.id(), pruned(fc1, 0.1));
      requireEqual(dense, sparse, replaced); // moved on from the configuration
      assertEquals(4, asked.get());
    }
  }

  private static void requireEqual(Evaluator dense, Evaluator sparse, Map<LayerId, Tensor> all) {
    assertArrayEquals(
        dense.evaluate(all, Progress.none()).predictions(),
        sparse.evaluate(all, Progress.none()).predictions(),
        all.keySet() + ", seed " + SEED);
  }

  @Test
  void addsTheBiasOfTheVariant() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    Layer layer = network.layers().getFirst();
    var bias = new LayerId("fc1.bias");
    float[] other = network.tensors().get(bias).values().clone();
    Arrays.setAll(new Object[other.length], i -> other[i] += i % 2 == 0 ? 2 : -2);
    Map<LayerId, Tensor> replaced = new HashMap<>(Map.of(layer.id(), pruned(layer, 0.3)));
    try (var sparse = open(network, NOISE, 1);
        var dense = open(network, NOISE, 0)) {
      int[] before = sparse.evaluate(replaced, Progress.none()).predictions();
      replaced.put(bias, new Tensor(network.tensors().get(bias).shape(), other));
      assertFalse(Arrays.equals(before, sparse.evaluate(replaced, Progress.none()).predictions()));
      requireEqual(dense, sparse, replaced);
    }
  }

  @Test
  void leavesActivationsThatAreNotFiniteToTheDenseWay() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    Layer layer = network.layers().getFirst();
    var samples = RandomSamples.of(SEED, 1234, 5, 1, 6, 4);
    samples.samples()[1001][3] = Float.POSITIVE_INFINITY;
    // All that could carry infinity on is zero, so that only 0 × infinity can be seen.
    float[] values = pruned(layer, 0.3).values();
    for (int output = 0; output < 16; output++) {
      values[output * 24 + 3] = 0;
    }
    var replaced = Map.of(layer.id(), new Tensor(layer.shape(), values));
    try (var sparse = open(network, samples, 1);
        var dense = open(network, samples, 0)) {
      int[] expected = dense.evaluate(replaced, Progress.none()).predictions();
      asked.set(0);
      assertArrayEquals(expected, sparse.evaluate(replaced, Progress.none()).predictions());
      assertEquals(1, asked.get());
      assertEquals(-1, expected[1001], "0 × infinity is no number");
    }
  }

  @Test
  void predictsTheSameOnLeNet() {
    for (String model : List.of("lenet-300-100-pruned", "lenet5-caffe-ethereon")) {
      var shared = SharedModels.find(model, "mnist", OptionalInt.of(400));
      var preprocessing = shared.sidecar().preprocessing();
      try (var sparse =
              Evaluators.open(
                  shared.network(),
                  shared.dataset(),
                  preprocessing,
                  MemoryBudget.standard(),
                  run -> asked.incrementAndGet());
          var dense =
              Evaluators.open(
                  shared.network(),
                  shared.dataset(),
                  preprocessing,
                  MemoryBudget.standard(),
                  run -> 0)) {
        for (Layer layer : shared.network().layers()) {
          var replaced = Map.of(layer.id(), pruned(layer, 0.2));
          requireEqual(dense, sparse, replaced);
        }
      }
      assertTrue(asked.get() > 0, model);
    }
  }
}
