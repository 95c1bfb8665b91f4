package org.weighbridge.training.blueprint;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Shape;

/** An ONNX graph under construction; every method adds an operator and names its result. */
final class Graph {
  private static final int OPSET = 13;
  private static final int IR_VERSION = 7;

  private final FirstWeights first;
  private final GraphProto.Builder graph = GraphProto.newBuilder();

  Graph(long seed, Shape sample) {
    first = new FirstWeights(seed);
    graph.addInput(value("input", sample.dims()));
  }

  /**
   * A fully connected layer {@code name}, its weight outputs × inputs.
   *
   * @param rectified whether a rectified linear unit follows
   */
  String gemm(String name, String from, int inputs, int outputs, boolean rectified) {
    float[] weights =
        rectified
            ? first.rectified(outputs * inputs, inputs)
            : first.linear(outputs * inputs, inputs, outputs);
    add(name + ".weight", weights, outputs, inputs);
    add(name + ".bias", new float[outputs], outputs);
    return node(
        "Gemm", name, List.of(from, name + ".weight", name + ".bias"), integer("transB", 1));
  }

  /**
   * A convolution {@code name} with square filters.
   *
   * @param normalized whether a normalization and rectified linear units follow; else it has a bias
   *     and nothing bends its results
   */
  String conv(
      String name,
      String from,
      int channels,
      int filters,
      int side,
      int stride,
      int pad,
      boolean normalized) {
    int fanIn = channels * side * side;
    float[] weights =
        normalized
            ? first.rectified(filters * fanIn, fanIn)
            : first.linear(filters * fanIn, fanIn, filters * side * side);
    add(name + ".weight", weights, filters, channels, side, side);
    var inputs = new ArrayList<>(List.of(from, name + ".weight"));
    if (!normalized) {
      add(name + ".bias", new float[filters], filters);
      inputs.add(name + ".bias");
    }
    return node(
        "Conv",
        name,
        inputs,
        integers("kernel_shape", side, side),
        integers("strides", stride, stride),
        integers("pads", pad, pad, pad, pad));
  }

  /** A batch normalization that changes nothing yet. */
  String normalization(String name, String from, int channels) {
    add(name + ".scale", filled(channels, 1), channels);
    add(name + ".bias", new float[channels], channels);
    add(name + ".mean", new float[channels], channels);
    add(name + ".var", filled(channels, 1), channels);
    var inputs = List.of(from, name + ".scale", name + ".bias", name + ".mean", name + ".var");
    return node("BatchNormalization", name, inputs);
  }

  String relu(String from) {
    return node("Relu", from + ".relu", List.of(from));
  }

  /** The maximum of 2 × 2, rounding down. */
  String maxPool(String from) {
    return node(
        "MaxPool",
        from + ".pool",
        List.of(from),
        integers("kernel_shape", 2, 2),
        integers("strides", 2, 2));
  }

  String globalAverage(String from) {
    return node("GlobalAveragePool", "average", List.of(from));
  }

  String flatten(String from) {
    return node("Flatten", "flat", List.of(from), integer("axis", 1));
  }

  String add(String name, String one, String other) {
    return node("Add", name, List.of(one, other));
  }

  /** The network whose scores are the last node's result. */
  Network finish(String scores, int classes, String name) {
    int last = graph.getNodeCount() - 1;
    if (!graph.getNode(last).getOutput(0).equals(scores)) {
      throw new IllegalStateException(scores + " is not the last result");
    }
    graph.getNodeBuilder(last).setOutput(0, "logits");
    graph.setName(name).addOutput(value("logits", classes));
    var model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("weighbridge")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setGraph(graph)
            .build();
    return NetworkFiles.of(model, name);
  }

  private String node(
      String operator, String name, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    return name;
  }

  private static AttributeProto integer(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static AttributeProto integers(String name, int... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(values).asLongStream().boxed().toList())
        .build();
  }

  private static float[] filled(int count, float value) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return values;
  }

  private void add(String name, float[] values, int... dims) {
    var bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addAllDims(Arrays.stream(dims).asLongStream().boxed().toList())
            .setRawData(ByteString.copyFrom(bytes)));
  }

  /** A float32 tensor of any batch. */
  private static ValueInfoProto value(String name, int... dims) {
    var shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    for (int dim : dims) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
    }
    var type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
