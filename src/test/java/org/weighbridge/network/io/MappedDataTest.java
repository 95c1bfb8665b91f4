package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

/** Weights that are mapped into memory and not read. */
class MappedDataTest {
  @TempDir Path folder;
  private Path model;
  private Network read;
  private Network mapped;

  @BeforeEach
  void open() throws IOException {
    model = TestModels.externalData(folder, TestModels.mlp(3, 20, 8, 3));
    read = NetworkFiles.read(model);
    mapped = MappedModels.read(model);
  }

  @Test
  void layersAreOutsideTheHeapAndTheSame() {
    assertEquals(
        read.layers().stream().map(Layer::id).toList(),
        mapped.layers().stream().map(Layer::id).toList());
    for (Layer layer : mapped.layers()) {
      assertTrue(layer.weights().memory().isPresent(), layer.name());
      assertTrue(
          layer.weights().sameBits(read.layer(layer.id()).orElseThrow().weights()), layer.name());
    }
    assertEquals(read.hash(), mapped.hash());
    assertEquals(read.parameters(), mapped.parameters());
  }

  @Test
  void isWrittenAsOneFile() {
    assertEquals(read.model(), NetworkFiles.model(mapped));
    assertArrayEquals(NetworkFiles.toBytes(read), NetworkFiles.toBytes(mapped));
  }

  @Test
  void isWrittenWithWhatWasReplaced() {
    var layer = read.layers().getFirst();
    var zeros = Map.of(layer.id(), new Tensor(layer.shape(), new float[layer.shape().size()]));
    assertArrayEquals(
        NetworkFiles.toBytes(read.withWeights(zeros)),
        NetworkFiles.toBytes(mapped.withWeights(zeros)));
  }

  @Test
  void losesItsLayersLikeAnyOther() {
    var all = read.layers().stream().map(Layer::id).collect(Collectors.toSet());
    for (Set<LayerId> coded : Set.of(Set.<LayerId>of(), Set.of(all.iterator().next()), all)) {
      assertArrayEquals(
          GraphPayload.of(read, coded).toBytes(), GraphPayload.of(mapped, coded).toBytes());
    }
  }

  @Test
  void losesALayerBesideOneThatWasReplaced() {
    var layer = read.layers().getFirst();
    var values = new float[layer.shape().size()];
    values[3] = Float.intBitsToFloat(0x7fc00123);
    var replaced = Map.of(layer.id(), new Tensor(layer.shape(), values));
    var coded = Set.of(read.layers().getLast().id());
    byte[] expected =
        GraphPayload.of(
                NetworkFiles.of(NetworkFiles.model(read.withWeights(replaced)), "written"), coded)
            .toBytes();
    for (Network network : new Network[] {read, mapped}) {
      assertArrayEquals(expected, GraphPayload.of(network.withWeights(replaced), coded).toBytes());
    }
  }

  @Test
  void leavesOutOfSightWhatIsElsewhere() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path secret = Files.move(folder.resolve("model.data"), elsewhere.resolve("secret"));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path moved = Files.move(model, inner.resolve("model.onnx"));
    Files.createSymbolicLink(inner.resolve("model.data"), secret);
    var fault = assertThrows(Fault.class, () -> MappedModels.read(moved));
    assertTrue(fault.sentence().contains("no file in the model's folder"), fault.sentence());
  }

  @Test
  @EnabledOnOs(OS.LINUX) // elsewhere a mapped file cannot be cut
  void aFileThatIsCutEndsInASentence() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("model.data").toFile(), "rw")) {
      file.setLength(0);
    }
    var weights = mapped.layers().getFirst().weights();
    var fault = assertThrows(Fault.class, weights::values);
    assertTrue(fault.sentence().contains("became shorter"), fault.sentence());
    assertThrows(Fault.class, weights::nonZeros);
  }
}
