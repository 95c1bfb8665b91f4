package org.weighbridge.prune.dead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

class DeadNeuronsTest {
  private static final int BATCH = 7;

  @Test
  void constantsAreFoldedAndWhatNobodyHearsGoes() throws OrtException {
    Network network = TestModels.mlp(3, 12, 9, 8, 5);
    network = withoutInputs(network, "fc1.weight", unit -> unit == 2 || unit == 5);
    network = withoutOutputs(network, "fc3.weight", input -> input == 1);
    Cleaned zeroed = DeadNeurons.zero(network);
    assertEquals(
        List.of(
            new DeadUnits(new LayerId("fc1.weight"), 9, 2, 0),
            new DeadUnits(new LayerId("fc2.weight"), 8, 1, 0)),
        zeroed.layers());
    assertSameScores(network, zeroed.network());
    float[] second = weights(zeroed.network(), "fc2.weight");
    for (int unit = 0; unit < 8; unit++) {
      assertEquals(0, second[unit * 9 + 2]);
      assertEquals(0, second[unit * 9 + 5]);
    }
    float[] biases = small(zeroed.network(), "fc1.bias");
    assertEquals(0, biases[2]);
    assertEquals(0, small(zeroed.network(), "fc2.bias")[1]);
    Network smaller = DeadNeurons.remove(network).network();
    assertArrayEquals(new int[] {7, 12}, layer(smaller, "fc1.weight").shape().dims());
    assertArrayEquals(new int[] {7, 7}, layer(smaller, "fc2.weight").shape().dims());
    assertArrayEquals(new int[] {5, 7}, layer(smaller, "fc3.weight").shape().dims());
    assertSameScores(network, smaller);
  }

  @Test
  void oneDeadNeuronLeadsToTheNext() {
    Network network = TestModels.mlp(4, 6, 5, 4, 3);
    // of fc2's neuron 0 nothing is left but neuron 3 of fc1, which has no inputs
    network = withoutInputs(network, "fc1.weight", unit -> unit == 3);
    float[] second = weights(network, "fc2.weight").clone();
    for (int input = 0; input < 5; input++) {
      second[input] = input == 3 ? second[input] : 0;
    }
    network = with(network, "fc2.weight", second);
    var cleaned = DeadNeurons.zero(network);
    assertEquals(2, cleaned.dead());
    assertEquals(1, cleaned.layers().get(1).dead());
    assertSame(cleaned.network(), DeadNeurons.zero(cleaned.network()).network(), "nothing is left");
  }

  /** A convolution net with everything on the way; the first way has padding, the second none. */
  private static Network conv(long seed, boolean padded) {
    var model =
        new ModelBuilder(seed)
            .input("input", -1, 2, 8, 8)
            .weight("c1.w", 6, 2, 3, 3)
            .weight("c1.b", 6)
            .weight("bn.scale", positive(seed, 6), 6)
            .weight("bn.bias", 6)
            .weight("bn.mean", 6)
            .weight("bn.var", positive(seed + 1, 6), 6)
            .weight("c2.w", 8, 6, 3, 3)
            .weight("c2.b", 8)
            .weight("fc.w", 32, 5)
            .weight("fc.b", 5)
            .integers("rows", -1, 32)
            .node("Conv", List.of("input", "c1.w", "c1.b"), "x1", pads(1))
            .node(
                "BatchNormalization",
                List.of("x1", "bn.scale", "bn.bias", "bn.mean", "bn.var"),
                "x2")
            .node("LeakyRelu", List.of("x2"), "x3")
            .node("Conv", List.of("x3", "c2.w", "c2.b"), "x4", pads(padded ? 1 : 0))
            .node("Relu", List.of("x4"), "x5")
            .node(
                padded ? "AveragePool" : "MaxPool",
                List.of("x5"),
                "x6",
                ModelBuilder.integers("kernel_shape", List.of(3L, 3L)),
                ModelBuilder.integers("strides", padded ? List.of(4L, 4L) : List.of(2L, 2L)),
                pads(padded ? 1 : 0))
            .node("Reshape", List.of("x6", "rows"), "x7")
            .node("Gemm", List.of("x7", "fc.w", "fc.b"), "logits")
            .output("logits", -1, 5)
            .build();
    return NetworkFiles.of(model, "everything");
  }

  private static AttributeProto pads(long pad) {
    return ModelBuilder.integers("pads", List.of(pad, pad, pad, pad));
  }

  private static float[] positive(long seed, int count) {
    var random = new SplittableRandom(seed);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.5f + random.nextFloat();
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void filtersGoWhereThatIsRight(long seed) throws OrtException {
    for (boolean padded : new boolean[] {false, true}) {
      Network network = conv(seed, padded);
      network = withoutInputs(network, "c1.w", unit -> unit == 1 || unit == 4);
      network = withoutInputs(network, "c2.w", unit -> unit == 0 || unit == 7);
      String message = "seed " + seed + (padded ? ", padded" : "");
      var cleaned = DeadNeurons.zero(network);
      DeadUnits first = cleaned.layers().getFirst();
      // a constant other than 0 is wrong at a padded border
      assertEquals(padded ? 0 : 2, first.dead(), message);
      assertEquals(padded ? 2 : 0, first.left(), message);
      assertEquals(2, cleaned.layers().get(1).dead(), message);
      assertSameScores(network, cleaned.network());
      Network smaller = DeadNeurons.remove(network).network();
      assertArrayEquals(new int[] {24, 5}, layer(smaller, "fc.w").shape().dims(), message);
      assertEquals(padded ? 6 : 4, layer(smaller, "c1.w").shape().rows(), message);
      assertSameScores(network, smaller);
    }
  }

  @Test
  void averagesOverPaddingAreNoConstants() throws OrtException {
    var model =
        new ModelBuilder(5)
            .input("input", -1, 1, 6, 6)
            .weight("c.w", 4, 1, 3, 3)
            .weight("c.b", new float[] {0.5f, 0, -0.3f, 0.2f}, 4)
            .weight("fc.w", 3, 16)
            .weight("fc.b", 3)
            .node("Conv", List.of("input", "c.w", "c.b"), "x1")
            .node("Relu", List.of("x1"), "x2")
            .node(
                "AveragePool",
                List.of("x2"),
                "x3",
                ModelBuilder.integers("kernel_shape", List.of(3L, 3L)),
                ModelBuilder.integers("strides", List.of(3L, 3L)),
                ModelBuilder.integer("count_include_pad", 1),
                pads(1))
            .node("Flatten", List.of("x3"), "x4")
            .node(
                "Gemm", List.of("x4", "fc.w", "fc.b"), "logits", ModelBuilder.integer("transB", 1))
            .output("logits", -1, 3)
            .build();
    Network network = NetworkFiles.of(model, "average");
    network = withoutInputs(network, "c.w", unit -> unit < 3);
    var cleaned = DeadNeurons.zero(network);
    // filter 0 is 0.5 within and less at the border; 1 and 2 are 0 behind the rectifier
    assertEquals(List.of(new DeadUnits(new LayerId("c.w"), 4, 2, 1)), cleaned.layers());
    assertSameScores(network, cleaned.network());
  }

  @Test
  void groupsAndProductsWithoutBiasAreUnderstood() throws OrtException {
    Network grouped = withoutInputs(TestModels.conv(8), "conv1.weight", unit -> unit == 2);
    float[] biases = small(grouped, "conv1.bias").clone();
    biases[2] = -1; // 0 behind the rectifier, and the layer behind has no bias
    grouped = with(grouped, "conv1.bias", biases);
    var cleaned = DeadNeurons.zero(grouped);
    assertEquals(1, cleaned.layers().getFirst().dead());
    assertSameScores(grouped, cleaned.network());
    assertEquals(
        4, layer(DeadNeurons.remove(grouped).network(), "conv1.weight").shape().rows(), "groups");
    biases[2] = 1;
    assertEquals(1, DeadNeurons.find(with(grouped, "conv1.bias", biases)).getFirst().left());
  }

  @Test
  void matMulTakesConstantsInTheAddBehindIt() throws OrtException {
    var model =
        new ModelBuilder(9)
            .input("input", -1, 6)
            .weight("w1", 6, 5)
            .weight("b1", 5)
            .weight("w2", 5, 3)
            .weight("b2", 3)
            .node("MatMul", List.of("input", "w1"), "m1")
            .node("Add", List.of("m1", "b1"), "a1")
            .node("Tanh", List.of("a1"), "t1")
            .node("MatMul", List.of("t1", "w2"), "m2")
            .node("Add", List.of("b2", "m2"), "logits")
            .output("logits", -1, 3)
            .build();
    Network network = NetworkFiles.of(model, "products");
    network = withoutInputs(network, "w1", unit -> unit == 0 || unit == 4);
    var cleaned = DeadNeurons.zero(network);
    assertEquals(2, cleaned.dead());
    assertSameScores(network, cleaned.network());
    Network smaller = DeadNeurons.remove(network).network();
    assertArrayEquals(new int[] {6, 3}, layer(smaller, "w1").shape().dims());
    assertArrayEquals(new int[] {3, 3}, layer(smaller, "w2").shape().dims());
    assertSameScores(network, smaller);
  }

  @Test
  void sumsOfBranchesAreLeftAlone() throws OrtException {
    var model =
        new ModelBuilder(10)
            .input("input", -1, 2, 6, 6)
            .weight("c1", 3, 2, 3, 3)
            .weight("c1.b", 3)
            .weight("c2", 3, 3, 1, 1)
            .weight("c2.b", 3)
            .weight("fc", 4, 3)
            .weight("fc.b", 4)
            .node("Conv", List.of("input", "c1", "c1.b"), "x1")
            .node("Conv", List.of("x1", "c2", "c2.b"), "x2")
            .node("Add", List.of("x1", "x2"), "x3")
            .node("GlobalAveragePool", List.of("x3"), "x4")
            .node("Flatten", List.of("x4"), "x5")
            .node("Gemm", List.of("x5", "fc", "fc.b"), "logits", ModelBuilder.integer("transB", 1))
            .output("logits", -1, 4)
            .build();
    Network network = NetworkFiles.of(model, "branches");
    network = withoutInputs(network, "c1", unit -> unit == 1);
    network = withoutInputs(network, "c2", unit -> unit == 2);
    assertEquals(List.of(), DeadNeurons.find(network));
    assertSame(network, DeadNeurons.remove(network).network());
    assertSameScores(network, DeadNeurons.zero(network).network());
  }

  @Test
  void ofALayerWithoutLifeOneNeuronStays() throws OrtException {
    Network network = withoutInputs(TestModels.mlp(6, 4, 3, 3, 2), "fc2.weight", unit -> true);
    Network smaller = DeadNeurons.remove(network).network();
    assertArrayEquals(new int[] {1, 1}, layer(smaller, "fc2.weight").shape().dims());
    assertSameScores(network, smaller);
  }

  @Test
  void theSharedPrunedNetworkComputesTheSame() throws OrtException {
    Path file = Path.of("../shared/data/models/lenet-300-100-pruned.onnx");
    assumeTrue(Files.exists(file), file + " is absent");
    Network network = NetworkFiles.read(file);
    var cleaned = DeadNeurons.zero(network);
    assertTrue(cleaned.dead() > 0, "it has dead neurons");
    assertSameScores(network, cleaned.network());
    Network smaller = DeadNeurons.remove(network).network();
    assertSameScores(network, smaller);
    DeadUnits first = cleaned.layers().getFirst();
    Layer layer = smaller.layer(first.layer()).orElseThrow();
    assertEquals(first.units() - first.dead(), layer.shape().dim(layer.outputAxis()));
  }

  private static Network withoutInputs(Network network, String name, IntPredicate units) {
    Layer layer = layer(network, name);
    return without(network, layer, layer.outputAxis(), units);
  }

  private static Network withoutOutputs(Network network, String name, IntPredicate inputs) {
    return without(network, layer(network, name), 1, inputs);
  }

  private static Network without(Network network, Layer layer, int axis, IntPredicate indices) {
    int run = 1;
    for (int later = axis + 1; later < layer.shape().rank(); later++) {
      run *= layer.shape().dim(later);
    }
    float[] values = layer.weights().values().clone();
    for (int i = 0; i < values.length; i++) {
      if (indices.test(i / run % layer.shape().dim(axis))) {
        values[i] = -0f;
      }
    }
    return with(network, layer.name(), values);
  }

  private static Network with(Network network, String name, float[] values) {
    var id = new LayerId(name);
    return network.withWeights(Map.of(id, new Tensor(network.tensors().get(id).shape(), values)));
  }

  private static Layer layer(Network network, String name) {
    return network.layer(new LayerId(name)).orElseThrow();
  }

  private static float[] weights(Network network, String name) {
    return layer(network, name).weights().values();
  }

  private static float[] small(Network network, String name) {
    return network.tensors().get(new LayerId(name)).values();
  }

  private static void assertSameScores(Network one, Network other) throws OrtException {
    float[] expected = scores(one);
    float[] actual = scores(other);
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = 1e-4 * (1 + Math.abs(expected[i]));
      assertEquals(expected[i], actual[i], tolerance, one.name() + " score " + i);
    }
  }

  private static float[] scores(Network network) throws OrtException {
    List<Integer> dims = network.input().dims();
    var shape = new long[dims.size()];
    shape[0] = BATCH;
    int size = BATCH;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = dims.get(i);
      size *= dims.get(i);
    }
    var random = new SplittableRandom(99);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    var environment = OrtEnvironment.getEnvironment();
    try (var session = environment.createSession(NetworkFiles.toBytes(network));
        var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        var results = session.run(new HashMap<>(Map.of(network.input().name(), input)))) {
      FloatBuffer scores =
          ((OnnxTensor) results.get(network.output()).orElseThrow()).getFloatBuffer();
      var copy = new float[scores.remaining()];
      scores.get(copy);
      return copy;
    }
  }
}
