package org.weighbridge.network;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.network.io.NetworkFiles;

/**
 * Small runnable networks for the tests of every room. The same seed gives the same weights.
 *
 * <p>All have the input {@code input} and the output {@code logits}, batch × classes.
 */
public final class TestModels {
  private TestModels() {}

  /**
   * Fully connected layers by Gemm with transB and bias, Relu between them.
   *
   * @param sizes inputs, hidden sizes, classes; weights are {@code fc1.weight} (outputs × inputs)
   *     and so on, biases {@code fc1.bias}
   */
  public static Network mlp(long seed, int... sizes) {
    return NetworkFiles.of(mlpModel(seed, -1, sizes), "mlp");
  }

  /** {@link #mlp} whose graph takes exactly {@code batch} samples. */
  public static Network fixedBatch(long seed, int batch, int... sizes) {
    return NetworkFiles.of(mlpModel(seed, batch, sizes), "fixed-batch");
  }

  private static ModelProto mlpModel(long seed, int batch, int... sizes) {
    var builder = new ModelBuilder(seed).input("input", batch, sizes[0]);
    String last = "input";
    for (int i = 1; i < sizes.length; i++) {
      boolean end = i == sizes.length - 1;
      String name = "fc" + i;
      String sum = end ? "logits" : name + ".sum";
      builder
          .weight(name + ".weight", sizes[i], sizes[i - 1])
          .weight(name + ".bias", sizes[i])
          .node(
              "Gemm",
              List.of(last, name + ".weight", name + ".bias"),
              sum,
              ModelBuilder.integer("transB", 1));
      if (!end) {
        last = name + ".out";
        builder.node("Relu", List.of(sum), last);
      }
    }
    return builder.output("logits", batch, sizes[sizes.length - 1]).build();
  }

  /**
   * For 1 × 8 × 8 images and ten classes: {@code conv1.weight} 4 × 1 × 3 × 3, {@code conv2.weight}
   * 6 × 2 × 3 × 3 in two groups, {@code fc.weight} 10 × 96.
   */
  public static Network conv(long seed) {
    var model =
        new ModelBuilder(seed)
            .input("input", -1, 1, 8, 8)
            .weight("conv1.weight", 4, 1, 3, 3)
            .weight("conv1.bias", 4)
            .weight("conv2.weight", 6, 2, 3, 3)
            .weight("fc.weight", 10, 96)
            .weight("fc.bias", 10)
            .node("Conv", List.of("input", "conv1.weight", "conv1.bias"), "c1")
            .node("Relu", List.of("c1"), "r1")
            .node("Conv", List.of("r1", "conv2.weight"), "c2", ModelBuilder.integer("group", 2))
            .node("Relu", List.of("c2"), "r2")
            .node("Flatten", List.of("r2"), "flat")
            .node(
                "Gemm",
                List.of("flat", "fc.weight", "fc.bias"),
                "logits",
                ModelBuilder.integer("transB", 1))
            .output("logits", -1, 10)
            .build();
    return NetworkFiles.of(model, "conv");
  }

  /**
   * MatMul and Add; {@code w1} (inputs × hidden) is the right operand, {@code w2} (classes ×
   * hidden) the left one.
   */
  public static Network matMul(long seed, int inputs, int hidden, int classes) {
    var model =
        new ModelBuilder(seed)
            .input("input", -1, inputs)
            .weight("w1", inputs, hidden)
            .weight("b1", hidden)
            .weight("w2", classes, hidden)
            .weight("b2", classes)
            .node("MatMul", List.of("input", "w1"), "m1")
            .node("Add", List.of("m1", "b1"), "a1")
            .node("Relu", List.of("a1"), "r1")
            .node("Transpose", List.of("r1"), "t1")
            .node("MatMul", List.of("w2", "t1"), "m2")
            .node("Transpose", List.of("m2"), "t2")
            .node("Add", List.of("t2", "b2"), "logits")
            .output("logits", -1, classes)
            .build();
    return NetworkFiles.of(model, "matmul");
  }

  /** Two Gemm layers without transB, the weights {@code w1} and {@code w2} in Constant nodes. */
  public static Network constantNodes(long seed, int inputs, int hidden, int classes) {
    var model =
        new ModelBuilder(seed)
            .input("input", -1, inputs)
            .constant("w1", inputs, hidden)
            .constant("w2", hidden, classes)
            .node("Gemm", List.of("input", "w1"), "g1")
            .node("Relu", List.of("g1"), "r1")
            .node("Gemm", List.of("r1", "w2"), "logits")
            .output("logits", -1, classes)
            .build();
    return NetworkFiles.of(model, "constant-nodes");
  }

  /**
   * Writes a model and the data of all its initializers beside it.
   *
   * @return the model file, {@code model.onnx}; the data are in {@code model.data}
   */
  public static Path externalData(Path folder, Network network) throws IOException {
    var data = new ByteArrayOutputStream();
    var model = network.model().toBuilder();
    for (TensorProto.Builder tensor : model.getGraphBuilder().getInitializerBuilderList()) {
      tensor
          .setDataLocation(TensorProto.DataLocation.EXTERNAL)
          .addExternalData(entry("location", "model.data"))
          .addExternalData(entry("offset", Integer.toString(data.size())))
          .addExternalData(entry("length", Integer.toString(tensor.getRawData().size())));
      data.write(tensor.getRawData().toByteArray());
      tensor.clearRawData();
    }
    Files.write(folder.resolve("model.data"), data.toByteArray());
    return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
