package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

/** What is written is what was read, but for the weights that changed. */
class NetworkFilesTest {
  static final float[] DELICATE = {
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_NORMAL / 2,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.intBitsToFloat(0x7fc01234),
    Float.intBitsToFloat(0xff800001)
  };

  @Test
  void writesAnUnchangedNetworkAsItWas() {
    for (Network network :
        List.of(
            TestModels.conv(1),
            TestModels.matMul(2, 20, 8, 3),
            TestModels.constantNodes(3, 20, 8, 3),
            NetworkFiles.of(OnnxReaderTest.typed(TestModels.mlp(4, 20, 8, 3).model()), "typed"))) {
      assertArrayEquals(
          network.model().toByteArray(), NetworkFiles.toBytes(network), network.name());
    }
  }

  @Test
  void writesAChangedLayerAndNothingElse() {
    for (Network network :
        List.of(
            TestModels.mlp(1, 20, 8, 3),
            TestModels.constantNodes(3, 20, 8, 3),
            NetworkFiles.of(OnnxReaderTest.typed(TestModels.mlp(4, 20, 8, 3).model()), "typed"))) {
      Layer first = network.layers().getFirst();
      Tensor delicate = delicate(first);
      Network changed = network.withWeights(Map.of(first.id(), delicate));
      Network again =
          NetworkFiles.of(
              OnnxReader.parse(NetworkFiles.toBytes(changed), new Source("x", "x")), "again");
      assertTrue(delicate.sameBits(again.layers().getFirst().weights()), network.name());
      assertEquals(
          withoutWeight(network.model(), first.name()), withoutWeight(again.model(), first.name()));
    }
  }

  @Test
  void keepsWhatItDoesNotKnow() throws IOException {
    var unknown =
        UnknownFieldSet.newBuilder()
            .addField(
                4242,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("future"))
                    .build())
            .build();
    var model = TestModels.mlp(1, 20, 8, 3).model().toBuilder();
    model.setUnknownFields(unknown).setDocString("doc").getGraphBuilder().setUnknownFields(unknown);
    model
        .getGraphBuilder()
        .getInitializerBuilder(0)
        .setUnknownFields(unknown)
        .setDocString("tensor");
    model.getGraphBuilder().getNodeBuilder(0).setUnknownFields(unknown);
    Network network = NetworkFiles.of(model.build(), "future");
    Layer first = network.layers().getFirst();
    Network changed = network.withWeights(Map.of(first.id(), delicate(first)));
    ModelProto written = ModelProto.parseFrom(NetworkFiles.toBytes(changed));
    assertEquals(unknown, written.getGraph().getInitializer(0).getUnknownFields());
    assertEquals("tensor", written.getGraph().getInitializer(0).getDocString());
    assertEquals(
        withoutWeight(network.model(), first.name()), withoutWeight(written, first.name()));
  }

  @Test
  void writesAFileThatReadsTheSame(@TempDir Path folder) throws IOException {
    Network network = TestModels.conv(1);
    Path file = folder.resolve("new/conv.onnx");
    NetworkFiles.write(network, file);
    assertArrayEquals(NetworkFiles.toBytes(network), Files.readAllBytes(file));
    assertEquals(network.hash(), NetworkFiles.read(file).hash());
    assertEquals(network.model(), NetworkFiles.read(file).model());
  }

  @Test
  void sharesTheBytesOfTheFile() {
    byte[] content = NetworkFiles.toBytes(TestModels.mlp(1, 20, 8, 3));
    ModelProto model = OnnxReader.parse(content, new Source("x", "x"));
    ByteString raw = model.getGraph().getInitializer(0).getRawData();
    byte before = raw.byteAt(0);
    for (int i = 0; i < content.length; i++) {
      content[i] ^= 1;
    }
    assertEquals(before ^ 1, raw.byteAt(0), "a model is held once in memory");
  }

  @Test
  void refusesMoreThanAFileCanHold(@TempDir Path folder) {
    ByteString half = ByteString.copyFrom(new byte[1 << 27]);
    var model = TestModels.mlp(1, 20, 8, 3).model().toBuilder();
    for (int i = 0; i < 16; i++) {
      model
          .getGraphBuilder()
          .addInitializer(
              TensorProto.newBuilder()
                  .setName("big" + i)
                  .setDataType(3)
                  .addDims(1 << 27)
                  .setRawData(half));
    }
    Network small = TestModels.mlp(1, 20, 8, 3);
    var network =
        new Network(
            "big",
            model.build(),
            small.layers(),
            small.smallTensors(),
            small.input(),
            small.output(),
            small.parameters(),
            "");
    Path file = folder.resolve("big.onnx");
    Fault fault = assertThrows(Fault.class, () -> NetworkFiles.write(network, file));
    assertTrue(fault.sentence().contains("2 GB"), fault.sentence());
    assertThrows(Fault.class, () -> NetworkFiles.toBytes(network));
    assertEquals(false, Files.exists(file));
  }

  static Tensor delicate(Layer layer) {
    var values = layer.weights().values().clone();
    System.arraycopy(DELICATE, 0, values, 1, DELICATE.length);
    return new Tensor(layer.shape(), values);
  }

  private static ModelProto withoutWeight(ModelProto model, String name) {
    return WeightEditor.edit(
        model,
        (tensor, message) -> tensor.equals(name) ? TensorProto.getDefaultInstance() : message);
  }
}
