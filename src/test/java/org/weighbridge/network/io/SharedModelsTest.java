package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** Real models: what is found in them, and that nothing is lost on the way through. */
class SharedModelsTest {
  @Test
  void countsParametersAndHashesTheFile() throws IOException {
    for (Path file : SharedModels.all()) {
      Network network = NetworkFiles.read(file);
      var facts = SharedModels.facts(file);
      assertEquals(facts.get("params").getAsLong(), network.parameters(), file.toString());
      assertEquals(facts.get("sha256").getAsString(), network.hash(), file.toString());
      assertEquals(facts.get("output").getAsString(), network.output(), file.toString());
      var input = facts.getAsJsonObject("input");
      assertEquals(input.get("name").getAsString(), network.input().name(), file.toString());
      assertEquals(
          input.getAsJsonArray("shape").size(), network.input().dims().size(), file.toString());
    }
  }

  @Test
  void findsTheLayersInGraphOrder() throws IOException {
    Map<String, String> found = new HashMap<>();
    for (Path file : SharedModels.all()) {
      Network network = NetworkFiles.read(file);
      found.put(
          network.name(),
          network.layers().stream()
              .map(layer -> layer.operator() + " " + layer.name() + " " + layer.shape())
              .collect(Collectors.joining("; ")));
      network.layers().forEach(layer -> assertEquals(0, layer.outputAxis(), layer.name()));
    }
    assertEquals(
        "Gemm fc1.weight 300 × 784; Gemm fc2.weight 100 × 300; Gemm fc3.weight 10 × 100",
        found.get("lenet-300-100-pruned"));
    assertEquals(
        "Conv conv1.weight 20 × 1 × 5 × 5; Conv conv2.weight 50 × 20 × 5 × 5;"
            + " Gemm ip1.weight 500 × 800; Gemm ip2.weight 10 × 500",
        found.get("lenet5-caffe-ethereon"));
    assertEquals(
        "Gemm layers.0.weight 256 × 784; Gemm layers.2.weight 256 × 256;"
            + " Gemm layers.4.weight 10 × 256",
        found.get("mnist-net_256x2"));
    assertEquals(20, found.get("resnet20").split(";").length);
    assertEquals(found.get("resnet20"), found.get("resnet20-bnfolded"));
  }

  @Test
  void writesAnUnchangedModelByteForByte() throws IOException {
    for (Path file : SharedModels.all()) {
      byte[] written = NetworkFiles.toBytes(NetworkFiles.read(file));
      assertArrayEquals(Files.readAllBytes(file), written, file.toString());
    }
  }

  @Test
  void restoresEveryModelByteForByte() throws IOException {
    for (Path file : SharedModels.all()) {
      Network network = NetworkFiles.read(file);
      Set<LayerId> layers = network.layers().stream().map(Layer::id).collect(Collectors.toSet());
      Map<LayerId, Tensor> weights =
          network.layers().stream().collect(Collectors.toMap(Layer::id, Layer::weights));
      byte[] graph = GraphPayload.of(network, layers).toBytes();
      long rest = network.parameters() - weights.values().stream().mapToLong(Tensor::size).sum();
      assertTrue(graph.length < 4 * rest + 30_000, file + ": " + graph.length + " bytes");
      Network restored = GraphPayload.restore(graph, weights, network.name());
      assertArrayEquals(Files.readAllBytes(file), NetworkFiles.toBytes(restored), file.toString());
      assertEquals(network.hash(), restored.hash(), file.toString());
    }
  }
}
