package org.weighbridge.checkpoint.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

class OnnxCheckpointTest {
  @TempDir Path outside;
  private Path file;

  @BeforeEach
  void data() throws IOException {
    Path folder = Files.createDirectories(outside.resolve("model/below"));
    Files.write(folder.resolve("more.data"), new byte[100]);
    file = folder.resolveSibling("net.onnx");
    Files.write(file.resolveSibling("net.data"), new byte[100]);
    Files.write(outside.resolve("secret"), new byte[100]);
    Files.createSymbolicLink(file.resolveSibling("link"), outside.resolve("secret"));
  }

  private static TensorProto tensor(
      String name, int type, String location, long offset, long... dims) {
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue(location))
            .addExternalData(
                StringStringEntryProto.newBuilder()
                    .setKey("offset")
                    .setValue(Long.toString(offset)));
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    return tensor.build();
  }

  private static TensorProto floats(String name, String location, long offset, long... dims) {
    return tensor(name, TensorProto.DataType.FLOAT_VALUE, location, offset, dims);
  }

  private Checkpoint read(TensorProto... tensors) throws IOException {
    var model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setGraph(GraphProto.newBuilder().addAllInitializer(List.of(tensors)));
    Files.write(file, model.build().toByteArray());
    return CheckpointFiles.read(file, Progress.none());
  }

  private String refused(TensorProto... tensors) {
    String sentence = assertThrows(Fault.class, () -> read(tensors)).sentence();
    assertTrue(sentence.startsWith("Cannot read " + file + ": "), sentence);
    return sentence;
  }

  @Test
  void findsTensorsInAllFiles() throws IOException {
    var checkpoint =
        read(
            floats("w", "net.data", 40, 2, 3),
            tensor("h", TensorProto.DataType.FLOAT16_VALUE, "./net.data", 0, 4, 5),
            tensor("b", TensorProto.DataType.BFLOAT16_VALUE, "below/more.data", 2, 7),
            tensor("i", TensorProto.DataType.INT64_VALUE, "below/more.data", 16),
            TensorProto.newBuilder().setName("inside").setDataType(1).addFloatData(1).build());
    assertEquals("net", checkpoint.name());
    assertEquals(
        List.of("net.onnx", "net.data", "below/more.data"),
        checkpoint.files().stream().map(CheckpointFile::name).toList());
    assertEquals(
        List.of("h", "w", "b", "i"),
        checkpoint.tensors().stream().map(StoredTensor::name).toList());
    assertEquals(
        List.of(ElementType.FLOAT16, ElementType.FLOAT32, ElementType.BFLOAT16, ElementType.OTHER),
        checkpoint.tensors().stream().map(StoredTensor::type).toList());
    assertEquals(24, checkpoint.tensors().get(1).bytes());
    assertFalse(CheckpointFiles.matches(file), "small ones are ordinary models");
  }

  @Test
  void listsASharedRegionOnce() throws IOException {
    var checkpoint = read(floats("w", "net.data", 0, 4), floats("tied", "net.data", 0, 2, 2));
    assertEquals(List.of("w"), checkpoint.tensors().stream().map(StoredTensor::name).toList());
  }

  @Test
  void refusesOverlaps() {
    assertTrue(
        refused(floats("w", "net.data", 0, 4), floats("v", "net.data", 8, 4))
            .contains("tensors w and v overlap in net.data"));
    assertTrue(
        refused(
                floats("w", "net.data", 0, 4),
                tensor("v", TensorProto.DataType.INT32_VALUE, "net.data", 0, 4))
            .contains("overlap"));
  }

  @Test
  void givesEveryTensorANameOfItsOwn() throws IOException {
    var checkpoint =
        read(
            floats("w", "net.data", 0, 1),
            floats("w", "net.data", 4, 1),
            floats("", "net.data", 8, 1));
    assertEquals(
        List.of("w", "w (2)", "(unnamed)"),
        checkpoint.tensors().stream().map(StoredTensor::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "/etc/hostname", "link", "below/../../secret", "", "below"})
  void refusesDataElsewhere(String location) {
    String sentence = refused(floats("w", location, 0, 1));
    assertTrue(
        sentence.contains("no file in the model's folder") || sentence.contains("missing"),
        sentence);
  }

  @Test
  void refusesDataThatIsTooShortOrInTheModelItself() {
    assertTrue(refused(floats("w", "net.data", 90, 4)).contains("needs 16 bytes from byte 90"));
    assertTrue(refused(floats("w", "net.onnx", 0, 1)).contains("model's own file"));
  }

  @Test
  void refusesModelsThatKeepAllInside() {
    assertTrue(
        refused(TensorProto.newBuilder().setName("a").setDataType(1).addFloatData(1).build())
            .contains("ordinary model"));
  }
}
