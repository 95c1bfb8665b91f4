package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;

/** The ways in which ONNX files say the same, and what is said about files that say nothing. */
class OnnxReaderTest {
  @TempDir Path folder;

  @Test
  void readsTypedFields() {
    var raw = TestModels.mlp(5, 20, 8, 3);
    var typed = NetworkFiles.of(typed(raw.model()), "typed");
    assertEquals(raw.parameters(), typed.parameters());
    for (int i = 0; i < 2; i++) {
      assertTrue(raw.layers().get(i).weights().sameBits(typed.layers().get(i).weights()));
    }
  }

  @Test
  void doesNotTakeWeightsForInputs() {
    var model = TestModels.mlp(5, 20, 8, 3).model().toBuilder().setIrVersion(3);
    var graph = model.getGraphBuilder();
    var inputs = List.copyOf(graph.getInputList());
    graph.clearInput();
    for (TensorProto tensor : graph.getInitializerList()) {
      graph.addInput(ValueInfoProto.newBuilder().setName(tensor.getName()));
    }
    graph.addAllInput(inputs);
    Network network = NetworkFiles.of(model.build(), "old");
    assertEquals("input", network.input().name());
    assertEquals(List.of(-1, 20), network.input().dims());
    assertEquals(2, network.layers().size());
  }

  @Test
  void leavesOpenWhatTheGraphLeavesOpen() {
    var model = TestModels.mlp(5, 20, 8, 3).model().toBuilder();
    var shape =
        model
            .getGraphBuilder()
            .getInputBuilder(0)
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .getShapeBuilder();
    shape.clearDim();
    shape.addDimBuilder().setDimValue(-1);
    shape.addDimBuilder();
    shape.addDimBuilder().setDimValue(0);
    shape.addDimBuilder().setDimValue(28);
    assertEquals(List.of(-1, -1, -1, 28), NetworkFiles.of(model.build(), "open").input().dims());
  }

  @Test
  void choosesTheScoresAmongSeveralOutputs() {
    var model = TestModels.mlp(5, 20, 8, 3).model().toBuilder();
    var graph = model.getGraphBuilder();
    var logits = graph.getOutput(0);
    var label =
        ValueInfoProto.newBuilder()
            .setName("label")
            .setType(
                TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(7)));
    var hidden =
        ValueInfoProto.newBuilder()
            .setName("hidden")
            .setType(
                TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(1)));
    graph.clearOutput().addOutput(label).addOutput(hidden).addOutput(logits);
    assertEquals("logits", NetworkFiles.of(model.build(), "three").output());
    graph.removeOutput(2);
    assertEquals("hidden", NetworkFiles.of(model.build(), "two").output());
    graph.removeOutput(1);
    assertEquals("label", NetworkFiles.of(model.build(), "one").output());
  }

  @Test
  void takesNameAndFormatFromTheFile() throws IOException {
    byte[] content = NetworkFiles.toBytes(TestModels.mlp(5, 20, 8, 3));
    assertEquals(
        "my.net", NetworkFiles.read(Files.write(folder.resolve("my.net.onnx"), content)).name());
    assertEquals("model", NetworkFiles.read(Files.write(folder.resolve("model"), content)).name());
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    refused("it is empty", new byte[0], "the file is empty");
    refused("text", "layers: 3\n".getBytes(StandardCharsets.UTF_8), "it is a text file");
    refused(
        "LFS",
        "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8),
        "git lfs pull");
    refused("ZIP", new byte[] {'P', 'K', 3, 4, 0, 0}, "PyTorch");
    refused("HDF5", new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}, "Keras");
    refused("noise", new byte[] {(byte) 0xff, 0, 1, 2, 3, 4}, "not an ONNX model");
    refused("other protobuf", new byte[] {8, 1, 18, 2, 'o', 'k'}, "holds no graph");
  }

  @Test
  void refusesWhatCannotBeOpened() {
    sentence(() -> NetworkFiles.read(folder.resolve("nothing.onnx")), "there is no such file");
    sentence(() -> NetworkFiles.read(folder), "it is a folder");
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    byte[] content = NetworkFiles.toBytes(TestModels.mlp(5, 6, 4, 3));
    for (int length = 0; length < content.length; length++) {
      Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(content, length));
      Fault fault = assertThrows(Fault.class, () -> NetworkFiles.read(file), length + " bytes");
      assertTrue(fault.sentence().startsWith("Cannot read " + file + ": "), fault.sentence());
    }
  }

  @ParameterizedTest
  @CsvSource({"7, true", "13, true", "25, true", "6, false", "1, false"})
  void knowsOperatorSets(long opset, boolean supported) {
    var model = TestModels.mlp(5, 6, 4, 3).model().toBuilder();
    model.setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(opset));
    if (supported) {
      assertEquals(2, NetworkFiles.of(model.build(), "opset").layers().size());
    } else {
      sentence(() -> NetworkFiles.of(model.build(), "opset"), "onnx.version_converter");
    }
  }

  @Test
  void refusesBrokenTensors() {
    broken("should hold 96 bytes and holds 92", t -> t.setRawData(t.getRawData().substring(4)));
    broken("should hold 96 bytes and holds 0", t -> t.setRawData(t.getRawData().substring(96)));
    broken("should hold 24 values and holds 0", TensorProto.Builder::clearRawData);
    broken("has the dimension -4", t -> t.setDims(0, -4));
    broken("more than 2^31 elements", t -> t.setDims(0, 1L << 31));
    broken("more than 2^31 elements", t -> t.setDims(0, 1L << 29));
    broken("more than 2^31 elements", t -> t.setDims(0, Long.MAX_VALUE).setDims(1, 0));
    broken("more than 2^31 elements", t -> t.setDims(0, 1 << 30).setDims(1, 1 << 30).addDims(0));
    broken("two tensors have the name fc2.bias", t -> t.setName("fc2.bias"));
    broken(
        "refers to data in other files", t -> t.setDataLocation(TensorProto.DataLocation.EXTERNAL));
    broken(
        "16-bit floats",
        t -> t.setDataType(10).setRawData(t.getRawData().substring(t.getRawData().size() / 2)),
        2);
  }

  @Test
  void refusesAGraphWithoutEndsOrLayers() {
    var model = TestModels.mlp(5, 6, 4, 3).model();
    var noInput = model.toBuilder();
    noInput.getGraphBuilder().clearInput();
    sentence(() -> NetworkFiles.of(noInput.build(), "net"), "has no input");
    var noOutput = model.toBuilder();
    noOutput.getGraphBuilder().clearOutput();
    sentence(() -> NetworkFiles.of(noOutput.build(), "net"), "has no output");
    var noLayer =
        new ModelBuilder(1).input("x", -1, 4).node("Relu", List.of("x"), "y").output("y", -1, 4);
    sentence(() -> NetworkFiles.of(noLayer.build(), "net"), "has no layer to compress");
  }

  private void refused(String what, byte[] content, String words) throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), content);
    Fault fault = assertThrows(Fault.class, () -> NetworkFiles.read(file), what);
    assertTrue(fault.sentence().contains(words), fault.sentence());
    assertTrue(fault.sentence().startsWith("Cannot read " + file + ": "), fault.sentence());
  }

  private static void sentence(Runnable action, String words) {
    Fault fault = assertThrows(Fault.class, action::run);
    assertTrue(fault.sentence().contains(words), fault.sentence());
  }

  private static void broken(String words, Consumer<TensorProto.Builder> damage) {
    broken(words, damage, 1);
  }

  private static void broken(String words, Consumer<TensorProto.Builder> damage, int layers) {
    var model = TestModels.mlp(5, 6, 4, 3).model().toBuilder();
    for (int i = 0; i < layers; i++) {
      TensorProto.Builder weight = model.getGraphBuilder().getInitializerBuilder(2 * i);
      damage.accept(weight);
    }
    sentence(() -> NetworkFiles.of(model.build(), "broken"), words);
  }

  static ModelProto typed(ModelProto model) {
    return TensorMap.apply(
        model,
        tensor -> {
          var builder = tensor.toBuilder().clearRawData();
          for (float value : TensorData.floats(tensor, null).values()) {
            builder.addFloatData(value);
          }
          return builder.build();
        });
  }
}
