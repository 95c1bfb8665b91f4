package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.TestModels;

/** Tensors that refer to the same external data. */
class SharedDataTest {
  private static final int ELEMENTS = 1 << 20;

  @TempDir Path folder;

  @Test
  void isReadOnce() throws IOException {
    var network = NetworkFiles.read(model(3, TensorProto.DataType.INT64_VALUE, 8));
    var tensors = network.model().getGraph().getInitializerList();
    var last = tensors.getLast().getRawData();
    assertEquals(8 * ELEMENTS, last.size());
    assertSame(last, tensors.get(tensors.size() - 2).getRawData());
  }

  @Test
  void isRefusedWhereItIsUsedTooOften() throws IOException {
    Path bomb = model(10_000, TensorProto.DataType.INT64_VALUE, 8);
    assertTrue(Files.size(bomb) < 1 << 20);
    var fault = assertThrows(Fault.class, () -> NetworkFiles.read(bomb));
    assertTrue(fault.sentence().contains("refer to 80000 MB in files of 8 MB"), fault.sentence());
    Path mapped = model(10_000, TensorProto.DataType.FLOAT_VALUE, 4);
    assertThrows(Fault.class, () -> MappedModels.read(mapped));
  }

  /** A network with more constants, all with the same data of zeros. */
  private Path model(int constants, int type, int width) throws IOException {
    ModelProto.Builder model = TestModels.mlp(3, 20, 8, 3).model().toBuilder();
    for (int i = 0; i < constants; i++) {
      model
          .getGraphBuilder()
          .addInitializerBuilder()
          .setName("c" + i)
          .setDataType(type)
          .addDims(ELEMENTS)
          .setDataLocation(TensorProto.DataLocation.EXTERNAL)
          .addExternalData(
              StringStringEntryProto.newBuilder().setKey("location").setValue("zeros"));
    }
    try (var data = new RandomAccessFile(folder.resolve("zeros").toFile(), "rw")) {
      data.setLength((long) width * ELEMENTS);
    }
    return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
  }
}
