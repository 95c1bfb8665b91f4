package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

/** Moving one layer at a time while others are replaced, too. */
class ConfigurationTest {
  private static final long SEED = 31;
  private static final RandomSamples NOISE = RandomSamples.of(SEED, 2345, 5, 24);

  private static Evaluator open(Network network, Dataset dataset, long budget) {
    return Evaluators.open(
        network, dataset, Preprocessing.unitInterval(), new MemoryBudget(budget));
  }

  /** Two branches with convolutions of their own, one of which is added to what it was given. */
  private static Network branches() {
    return NetworkFiles.of(
        new ModelBuilder(SEED)
            .input("input", -1, 1, 8, 8)
            .weight("stem.weight", 4, 1, 3, 3)
            .weight("left.weight", 4, 4, 1, 1)
            .weight("right.weight", 4, 4, 1, 1)
            .weight("late.weight", 4, 4, 1, 1)
            .weight("fc.weight", 10, 144)
            .node("Conv", List.of("input", "stem.weight"), "stem")
            .node("Relu", List.of("stem"), "s")
            .node("Conv", List.of("s", "left.weight"), "left")
            .node("Conv", List.of("s", "right.weight"), "right")
            .node("Add", List.of("left", "right"), "sum")
            .node("Relu", List.of("sum"), "r")
            .node("Conv", List.of("r", "late.weight"), "late")
            .node("Add", List.of("late", "r"), "out")
            .node("Flatten", List.of("out"), "flat")
            .node("Gemm", List.of("flat", "fc.weight"), "logits", ModelBuilder.integer("transB", 1))
            .output("logits", -1, 10)
            .build(),
        "branches");
  }

  /** Every layer in turn, with trials of single layers between the moves. */
  private static void requireTheSame(Network network, Dataset dataset, long budget) {
    Map<LayerId, Tensor> configuration = EvaluatorTest.disturbed(network, 0.3, SEED);
    try (var evaluator = open(network, dataset, budget)) {
      requireTheSame(evaluator, configuration, "all");
      for (int round = 1; round <= 2; round++) {
        var moved = EvaluatorTest.disturbed(network, 0.3 + 0.1 * round, SEED + round);
        for (var layer : network.layers()) {
          configuration.put(layer.id(), moved.get(layer.id()));
          requireTheSame(evaluator, configuration, layer.name() + " moved, round " + round);
          var alone = Map.of(layer.id(), moved.get(layer.id()));
          requireTheSame(evaluator, alone, layer.name() + " alone, round " + round);
        }
      }
      configuration.remove(network.layers().getFirst().id());
      requireTheSame(evaluator, configuration, "the first one locked");
    }
  }

  private static void requireTheSame(
      Evaluator evaluator, Map<LayerId, Tensor> replaced, String what) {
    assertArrayEquals(
        evaluator.evaluateWhole(replaced, Progress.none()).predictions(),
        evaluator.evaluate(replaced, Progress.none()).predictions(),
        what + ", seed " + SEED);
  }

  @Test
  void movesLayersOfAChain() {
    for (long budget : new long[] {0, 200_000, 1L << 30}) {
      requireTheSame(TestModels.mlp(SEED, 24, 16, 12, 9, 5), NOISE, budget);
    }
  }

  @Test
  void movesLayersOfBranches() {
    var images = RandomSamples.of(SEED, 900, 10, 1, 8, 8);
    for (long budget : new long[] {0, 500_000, 1L << 30}) {
      requireTheSame(branches(), images, budget);
    }
  }

  @Test
  void movesSmallTensors() {
    Network network = TestModels.mlp(SEED, 24, 16, 12, 5);
    Map<LayerId, Tensor> replaced = new HashMap<>(EvaluatorTest.disturbed(network, 0.3, SEED));
    try (var evaluator = open(network, NOISE, 1L << 30)) {
      requireTheSame(evaluator, replaced, "all layers");
      for (var small : network.smallTensors()) {
        float[] values = small.values().values().clone();
        values[0] += 1;
        replaced.put(small.id(), new Tensor(small.values().shape(), values));
        requireTheSame(evaluator, replaced, small.id().name());
        requireTheSame(evaluator, Map.of(small.id(), replaced.get(small.id())), "alone");
      }
    }
  }

  @Test
  void followsMovesThatMatter() {
    Network network = TestModels.mlp(SEED, 24, 16, 12, 5);
    Map<LayerId, Tensor> replaced = new HashMap<>(EvaluatorTest.disturbed(network, 0.3, SEED));
    LayerId last = network.layers().getLast().id();
    try (var evaluator = open(network, NOISE, 1L << 30)) {
      int[] before = evaluator.evaluate(replaced, Progress.none()).predictions();
      replaced.put(last, EvaluatorTest.disturbed(network, 1, SEED + 1).get(last));
      int[] after = evaluator.evaluate(replaced, Progress.none()).predictions();
      assertArrayEquals(PlainForward.predict(network.withWeights(replaced), NOISE), after);
      assertFalse(Arrays.equals(before, after), "seed " + SEED);
    }
  }

  @ParameterizedTest
  @CsvSource({"lenet-300-100-pruned, mnist, 3000", "lenet5-caffe-ethereon, mnist, 400"})
  void predictsAsTheWholeNetwork(String model, String data, int samples) {
    requireTheSame(model, data, OptionalInt.of(samples));
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "lenet-300-100-pruned, mnist, 10000",
    "lenet5-caffe-ethereon, mnist, 10000",
    "resnet20, cifar-10, 1000",
  })
  void predictsAsTheWholeNetworkOnMoreImages(String model, String data, int samples) {
    requireTheSame(model, data, OptionalInt.of(samples));
  }

  private static void requireTheSame(String model, String data, OptionalInt samples) {
    var shared = SharedModels.find(model, data, samples);
    var network = shared.network();
    var configuration = EvaluatorTest.disturbed(network, 0.02, SEED);
    var moved = EvaluatorTest.disturbed(network, 0.05, SEED + 1);
    try (var evaluator = shared.open()) {
      requireTheSame(evaluator, configuration, "all");
      for (var layer : network.layers()) {
        configuration.put(layer.id(), moved.get(layer.id()));
        requireTheSame(evaluator, configuration, layer.name());
      }
    }
  }
}
