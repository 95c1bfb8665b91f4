package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

class EvaluatorTest {
  private static final long SEED = 20;
  private static final RandomSamples NOISE = RandomSamples.of(SEED, 1234, 5, 1, 6, 4);

  private static Evaluator open(Network network, Dataset dataset) {
    return Evaluators.open(network, dataset, Preprocessing.unitInterval());
  }

  /** Each layer's weights with noise of {@code strength} times their range added. */
  static Map<LayerId, Tensor> disturbed(Network network, double strength, long seed) {
    var random = new SplittableRandom(seed);
    Map<LayerId, Tensor> disturbed = new HashMap<>();
    for (Layer layer : network.layers()) {
      float[] values = layer.weights().values().clone();
      float range = 0;
      for (float value : values) {
        range = Math.max(range, Math.abs(value));
      }
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (strength * range * (2 * random.nextDouble() - 1));
      }
      disturbed.put(layer.id(), new Tensor(layer.shape(), values));
    }
    return disturbed;
  }

  private static void requireTheSame(Network network, Dataset dataset) {
    var all = disturbed(network, 0.5, SEED);
    try (var evaluator = open(network, dataset)) {
      int[] before = PlainForward.predict(network, dataset);
      assertArrayEquals(before, evaluator.baseline(Progress.none()).predictions());
      all.forEach(
          (id, tensor) -> {
            int[] after = PlainForward.predict(network.withWeights(Map.of(id, tensor)), dataset);
            assertFalse(Arrays.equals(before, after), id + " changes nothing");
            var evaluation = evaluator.evaluate(Map.of(id, tensor), Progress.none());
            assertArrayEquals(after, evaluation.predictions(), id + ", seed " + SEED);
            requireTrueCounts(evaluation, dataset.labels().orElseThrow(), before);
          });
      assertArrayEquals(
          PlainForward.predict(network.withWeights(all), dataset),
          evaluator.evaluate(all, Progress.none()).predictions(),
          "all layers, seed " + SEED);
    }
  }

  private static void requireTrueCounts(Evaluation evaluation, int[] labels, int[] before) {
    int[] after = evaluation.predictions();
    int correct = 0;
    int broken = 0;
    int mended = 0;
    for (int i = 0; i < labels.length; i++) {
      correct += after[i] == labels[i] ? 1 : 0;
      broken += before[i] == labels[i] && after[i] != labels[i] ? 1 : 0;
      mended += before[i] != labels[i] && after[i] == labels[i] ? 1 : 0;
    }
    assertEquals(new Accuracy(labels.length, correct, Accuracy.Kind.LABELS), evaluation.accuracy());
    assertEquals(new Flips(broken, mended), evaluation.flips());
    assertTrue(evaluation.nanos() > 0);
  }

  @Test
  void predictsAsAPlainForwardPassDoes() {
    requireTheSame(TestModels.mlp(SEED, 24, 16, 12, 5), NOISE);
  }

  @Test
  void keepsTheBatchThatTheGraphFixes() {
    requireTheSame(TestModels.fixedBatch(SEED, 7, 24, 16, 12, 5), NOISE);
    requireTheSame(TestModels.fixedBatch(SEED, 1, 24, 16, 5), (RandomSamples) NOISE.limit(100));
  }

  @Test
  void replacesWeightsOfConstantNodes() {
    requireTheSame(TestModels.constantNodes(SEED, 24, 16, 5), NOISE);
  }

  @Test
  void replacesSmallTensors() {
    for (Network network :
        List.of(TestModels.mlp(SEED, 24, 16, 5), TestModels.matMul(SEED, 24, 16, 5))) {
      var bias = network.smallTensors().getFirst();
      float[] values = bias.values().values().clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += i % 3 - 1;
      }
      var replaced = new HashMap<LayerId, Tensor>();
      replaced.put(bias.id(), new Tensor(bias.values().shape(), values));
      try (var evaluator = open(network, NOISE)) {
        int[] before = evaluator.baseline(Progress.none()).predictions();
        requireAsOpened(network, replaced, evaluator, NOISE);
        int[] after = evaluator.evaluate(replaced, Progress.none()).predictions();
        assertFalse(Arrays.equals(before, after), network.name() + " with another bias");
        replaced.put(network.layers().getFirst().id(), network.layers().getFirst().weights());
        requireAsOpened(network, replaced, evaluator, NOISE);
      }
    }
  }

  @Test
  void replacesEitherOperandOfMatMul() {
    Network network = TestModels.matMul(SEED, 24, 16, 5);
    var all = disturbed(network, 0.5, SEED);
    try (var evaluator = open(network, NOISE);
        var other = open(network.withWeights(all), NOISE)) {
      assertArrayEquals(
          other.baseline(Progress.none()).predictions(),
          evaluator.evaluate(all, Progress.none()).predictions());
      all.forEach((id, tensor) -> requireAsOpened(network, Map.of(id, tensor), evaluator, NOISE));
    }
  }

  /** A replaced layer must count as if the network had been opened with it. */
  static void requireAsOpened(
      Network network, Map<LayerId, Tensor> replaced, Evaluator evaluator, Dataset dataset) {
    int[] short1 = evaluator.evaluate(replaced, Progress.none()).predictions();
    try (var whole = open(network.withWeights(replaced), dataset)) {
      assertArrayEquals(
          whole.baseline(Progress.none()).predictions(), short1, replaced.keySet().toString());
    }
  }

  @Test
  void takesConvolutionsToo() {
    Network network = TestModels.conv(SEED);
    var images = RandomSamples.of(SEED, 1100, 10, 1, 8, 8);
    try (var evaluator = open(network, images)) {
      disturbed(network, 0.5, SEED)
          .forEach((id, tensor) -> requireAsOpened(network, Map.of(id, tensor), evaluator, images));
    }
  }

  @Test
  void measuresAgreementWithoutLabels() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    var all = disturbed(network, 1, SEED);
    try (var evaluator = open(network, NOISE.unlabelled())) {
      Evaluation baseline = evaluator.baseline(Progress.none());
      assertEquals(new Accuracy(1234, 1234, Accuracy.Kind.AGREEMENT), baseline.accuracy());
      Evaluation changed = evaluator.evaluate(all, Progress.none());
      int same = 0;
      for (int i = 0; i < 1234; i++) {
        same += baseline.predictions()[i] == changed.predictions()[i] ? 1 : 0;
      }
      assertTrue(same < 1234, "nothing changed, seed " + SEED);
      assertEquals(new Accuracy(1234, same, Accuracy.Kind.AGREEMENT), changed.accuracy());
      assertEquals(new Flips(1234 - same, 0), changed.flips());
    }
  }

  @Test
  void countsNanAsWrong() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    Layer last = network.layers().getLast();
    float[] values = last.weights().values().clone();
    values[values.length - 1] = Float.NaN;
    var broken = Map.of(last.id(), new Tensor(last.shape(), values));
    for (Dataset samples : new Dataset[] {NOISE, NOISE.unlabelled()}) {
      try (var evaluator = open(network, samples)) {
        Evaluation evaluation = evaluator.evaluate(broken, Progress.none());
        assertEquals(0, evaluation.accuracy().correct());
        assertTrue(Arrays.stream(evaluation.predictions()).allMatch(c -> c == -1));
      }
    }
  }

  @Test
  void takesTheFirstOfEqualScores() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    Map<LayerId, Tensor> zeros = new HashMap<>();
    for (Layer layer : network.layers()) {
      zeros.put(layer.id(), new Tensor(layer.shape(), new float[layer.shape().size()]));
    }
    var model = network.model().toBuilder();
    for (var tensor : model.getGraphBuilder().getInitializerBuilderList()) {
      if (tensor.getName().equals("fc2.bias")) {
        tensor.setRawData(com.google.protobuf.ByteString.copyFrom(new byte[4 * 5]));
      }
    }
    var unbiased = org.weighbridge.network.io.NetworkFiles.of(model.build(), "unbiased");
    try (var evaluator = open(unbiased, NOISE)) {
      int[] predictions = evaluator.evaluate(zeros, Progress.none()).predictions();
      assertArrayEquals(new int[1234], predictions);
    }
  }

  @Test
  void givesTheBaselineBackForUnchangedWeights() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    Layer layer = network.layers().getFirst();
    var copy = new Tensor(layer.shape(), layer.weights().values().clone());
    try (var evaluator = open(network, NOISE)) {
      Evaluation baseline = evaluator.baseline(Progress.none());
      Evaluation same = evaluator.evaluate(Map.of(layer.id(), copy), Progress.none());
      assertEquals(baseline.accuracy(), same.accuracy());
      assertEquals(Flips.none(), same.flips());
      assertArrayEquals(baseline.predictions(), same.predictions());
      assertEquals(
          baseline, evaluator.evaluate(Map.of(layer.id(), layer.weights()), Progress.none()));
      assertEquals(1234, evaluator.samples());
    }
  }

  @Test
  void predictsTheSameWithLittleMemory() {
    Network network = TestModels.mlp(SEED, 24, 16, 12, 9, 5);
    var images = RandomSamples.of(SEED, 3456, 5, 24);
    var all = disturbed(network, 0.5, SEED);
    for (long budget : new long[] {0, 100_000, 300_000, 1L << 30}) {
      try (var evaluator =
          Evaluators.open(
              network, images, Preprocessing.unitInterval(), new MemoryBudget(budget))) {
        for (int round = 0; round < 2; round++) {
          all.forEach(
              (id, tensor) -> {
                var replaced = Map.of(id, tensor);
                assertArrayEquals(
                    PlainForward.predict(network.withWeights(replaced), images),
                    evaluator.evaluate(replaced, Progress.none()).predictions(),
                    id + " with " + budget + " bytes, seed " + SEED);
              });
        }
      }
    }
  }

  @Test
  void preparesMoreLayersThanItHolds() {
    Network network = TestModels.mlp(SEED, 24, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 5);
    var all = disturbed(network, 0.8, SEED);
    try (var evaluator = open(network, NOISE)) {
      for (int round = 0; round < 2; round++) {
        all.forEach(
            (id, tensor) ->
                assertArrayEquals(
                    PlainForward.predict(network.withWeights(Map.of(id, tensor)), NOISE),
                    evaluator.evaluate(Map.of(id, tensor), Progress.none()).predictions(),
                    id + ", seed " + SEED));
      }
    }
  }

  @Test
  void refusesLayersThatTheNetworkHasNot() {
    Network network = TestModels.mlp(SEED, 24, 16, 5);
    try (var evaluator = open(network, NOISE)) {
      Tensor weights = network.layers().getFirst().weights();
      var absent = Map.of(new LayerId("fc9.weight"), weights);
      var mismatched = Map.of(network.layers().getLast().id(), weights);
      var none = Progress.none();
      assertThrows(IllegalArgumentException.class, () -> evaluator.evaluate(absent, none));
      assertThrows(IllegalArgumentException.class, () -> evaluator.evaluate(mismatched, none));
      assertEquals(Optional.empty(), network.layer(new LayerId("fc9.weight")));
    }
  }
}
