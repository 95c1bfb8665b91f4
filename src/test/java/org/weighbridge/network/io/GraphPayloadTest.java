package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** The graph without its layers, and back. */
class GraphPayloadTest {
  @Test
  void bringsBackTheWholeModel(@TempDir Path folder) throws IOException {
    for (Network network :
        List.of(
            TestModels.mlp(1, 20, 8, 3),
            TestModels.fixedBatch(2, 4, 20, 8, 3),
            TestModels.conv(3),
            TestModels.matMul(4, 20, 8, 3),
            TestModels.constantNodes(5, 20, 8, 3),
            NetworkFiles.read(TestModels.externalData(folder, TestModels.mlp(6, 20, 8, 3))))) {
      byte[] graph = GraphPayload.of(network, weights(network).keySet()).toBytes();
      Network restored = GraphPayload.restore(graph, weights(network), network.name());
      assertEquals(network.model(), restored.model(), network.name());
      assertEquals(network.parameters(), restored.parameters());
      assertEquals(network.input(), restored.input());
      assertEquals(network.output(), restored.output());
      assertSameLayers(network, restored);
    }
  }

  @Test
  void bringsBackTypedFieldsAsRawData() {
    Network raw = TestModels.mlp(1, 20, 8, 3);
    Network typed = NetworkFiles.of(OnnxReaderTest.typed(raw.model()), "typed");
    byte[] graph = GraphPayload.of(typed, weights(typed).keySet()).toBytes();
    assertSameLayers(typed, GraphPayload.restore(graph, weights(typed), "typed"));
  }

  @Test
  void holdsNoByteOfTheWeights() {
    int rest = (32 + 10) * Float.BYTES;
    Network network = TestModels.mlp(1, 784, 32, 10);
    byte[] graph = GraphPayload.of(network, weights(network).keySet()).toBytes();
    assertTrue(graph.length < rest + 400, graph.length + " bytes");
  }

  /** Numbers beside numbers compress better: the lossless stage is to see biases in one piece. */
  @Test
  void endsWithTheNumbersInOnePiece() {
    Network network = TestModels.mlp(1, 20, 8, 3);
    byte[] graph = GraphPayload.of(network, weights(network).keySet()).toBytes();
    var biases = ByteBuffer.wrap(graph).order(ByteOrder.LITTLE_ENDIAN);
    biases.position(graph.length - 11 * Float.BYTES);
    for (var bias : network.smallTensors()) {
      for (float value : bias.values().values()) {
        assertEquals(value, biases.getFloat());
      }
    }
  }

  @Test
  void keepsTheOtherLayersAsTheyAreNow() {
    Network network = TestModels.mlp(1, 20, 8, 3);
    Layer first = network.layers().getFirst();
    Layer last = network.layers().getLast();
    Tensor delicate = NetworkFilesTest.delicate(last);
    Network changed = network.withWeights(Map.of(last.id(), delicate));
    byte[] graph = GraphPayload.of(changed, Set.of(first.id())).toBytes();
    Network restored = GraphPayload.restore(graph, Map.of(first.id(), delicate(first)), "mlp");
    assertTrue(delicate.sameBits(restored.layers().getLast().weights()));
    assertTrue(delicate(first).sameBits(restored.layers().getFirst().weights()));
    assertEquals(NetworkFiles.of(restored.model(), "mlp").hash(), restored.hash());
  }

  @Test
  void refusesWeightsThatAreNotItsOwn() {
    Network network = TestModels.mlp(1, 20, 8, 3);
    Map<LayerId, Tensor> weights = weights(network);
    byte[] graph = GraphPayload.of(network, weights.keySet()).toBytes();
    var one = new HashMap<>(weights);
    one.remove(new LayerId("fc1.weight"));
    refused(graph, one, "the values of fc1.weight are missing");
    var more = new HashMap<>(weights);
    more.put(new LayerId("fc9.weight"), Tensor.of(Shape.of(1, 1), 1f));
    refused(graph, more, "has no tensor fc9.weight");
    var turned = new HashMap<>(weights);
    turned.put(new LayerId("fc1.weight"), new Tensor(Shape.of(20, 8), new float[160]));
    refused(graph, turned, "no place for the 20 × 8 values of fc1.weight");
    var bias = new HashMap<>(weights);
    bias.put(new LayerId("fc1.bias"), new Tensor(Shape.of(8), new float[8]));
    refused(graph, bias, "values of no tensor");
    refused(NetworkFiles.toBytes(network), weights, "get");
    refused(Arrays.copyOf(graph, graph.length + 1), weights, "values of no tensor");
  }

  @Test
  void refusesADamagedGraph() {
    Network network = TestModels.mlp(1, 20, 8, 3);
    Map<LayerId, Tensor> weights = weights(network);
    byte[] graph = GraphPayload.of(network, weights.keySet()).toBytes();
    for (int length = 0; length < graph.length; length++) {
      byte[] cut = Arrays.copyOf(graph, length);
      assertThrows(Fault.class, () -> GraphPayload.restore(cut, weights, "mlp"), length + " bytes");
    }
  }

  @Test
  void knowsOnlyItsOwnLayers() {
    Network network = TestModels.mlp(1, 20, 8, 3);
    assertThrows(
        IllegalArgumentException.class,
        () -> GraphPayload.of(network, Set.of(new LayerId("nowhere"))));
  }

  static Map<LayerId, Tensor> weights(Network network) {
    return network.layers().stream().collect(Collectors.toMap(Layer::id, Layer::weights));
  }

  private static Tensor delicate(Layer layer) {
    return NetworkFilesTest.delicate(layer);
  }

  private static void assertSameLayers(Network network, Network restored) {
    assertEquals(network.layers().size(), restored.layers().size());
    for (int i = 0; i < network.layers().size(); i++) {
      Layer layer = network.layers().get(i);
      Layer back = restored.layers().get(i);
      assertEquals(layer.id(), back.id());
      assertEquals(layer.operator(), back.operator());
      assertEquals(layer.outputAxis(), back.outputAxis());
      assertTrue(layer.weights().sameBits(back.weights()), layer.name());
    }
  }

  private static void refused(byte[] graph, Map<LayerId, Tensor> weights, String words) {
    Fault fault =
        assertThrows(Fault.class, () -> GraphPayload.restore(graph, weights, "mlp"), words);
    assertTrue(fault.sentence().contains(words), fault.sentence());
  }
}
