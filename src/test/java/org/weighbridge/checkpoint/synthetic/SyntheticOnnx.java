package org.weighbridge.checkpoint.synthetic;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes synthetic perceptrons as ONNX models that run: MatMul and Relu in turns, all weights in
 * files beside the model; 16-bit ones are cast to float32 in the graph.
 */
public final class SyntheticOnnx {
  private SyntheticOnnx() {}

  /**
   * Writes a model and its data.
   *
   * @param plan a {@link Plan#perceptron}
   * @param count of data files, beside {@code file} and named after it
   */
  public static void write(Plan plan, Path file, int count) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var graph = GraphProto.newBuilder().setName("perceptron");
    var shards = plan.shards(count);
    for (int i = 0; i < shards.size(); i++) {
      String location = "%s.%d.data".formatted(file.getFileName(), i + 1);
      long offset = 0;
      try (var out =
          FileChannel.open(
              file.resolveSibling(location),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (Plan.Drawn tensor : shards.get(i)) {
          Weights.write(plan, tensor, out);
          graph.addInitializer(initializer(plan, tensor, location, offset));
          offset += plan.bytes(tensor);
        }
      }
    }
    chain(plan, graph);
    var model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setProducerName("weighbridge synthetic")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .setGraph(graph)
            .build();
    Files.write(file, model.toByteArray());
  }

  private static TensorProto initializer(
      Plan plan, Plan.Drawn tensor, String location, long offset) {
    return TensorProto.newBuilder()
        .setName(tensor.name())
        .addAllDims(tensor.dims())
        .setDataType(
            switch (plan.type()) {
              case FLOAT32 -> TensorProto.DataType.FLOAT_VALUE;
              case FLOAT16 -> TensorProto.DataType.FLOAT16_VALUE;
              case BFLOAT16 -> TensorProto.DataType.BFLOAT16_VALUE;
              case OTHER -> throw new IllegalArgumentException("not a kind of float");
            })
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(entry("location", location))
        .addExternalData(entry("offset", Long.toString(offset)))
        .addExternalData(entry("length", Long.toString(plan.bytes(tensor))))
        .build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  private static void chain(Plan plan, GraphProto.Builder graph) {
    List<Plan.Drawn> layers = plan.tensors();
    graph.addInput(floats("input", layers.getFirst().dims().getFirst()));
    graph.addOutput(floats("scores", layers.getLast().dims().getLast()));
    String flow = "input";
    for (int i = 0; i < layers.size(); i++) {
      String weight = layers.get(i).name();
      if (plan.type().bytes() == 2) {
        graph.addNode(
            node("Cast", weight + ".float", weight)
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(TensorProto.DataType.FLOAT_VALUE)));
        weight += ".float";
      }
      boolean last = i == layers.size() - 1;
      String sums = last ? "scores" : "sums" + i;
      graph.addNode(node("MatMul", sums, flow, weight));
      flow = "flow" + i;
      if (!last) {
        graph.addNode(node("Relu", flow, sums));
      }
    }
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(output + "." + operator)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private static ValueInfoProto floats(String name, long width) {
    var shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }
}
