package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/** A chain of operators with random weights; the input is {@code x}, of any batch. */
final class SmallNetwork {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("small");
  private final SplittableRandom random;
  private final int opset;
  private final long[] input;
  private String last = "x";
  private int names;

  SmallNetwork(long seed, int opset, long... input) {
    random = new SplittableRandom(seed);
    this.opset = opset;
    this.input = input;
    graph.addInput(value("x", input));
  }

  String last() {
    return last;
  }

  /** Adds a node on some tensors and makes its output the last one. */
  SmallNetwork node(String operator, List<String> inputs, AttributeProto... attributes) {
    last = operator + "_" + ++names;
    graph.addNode(
        NodeProto.newBuilder()
            .setName("node " + last)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(last)
            .addAllAttribute(List.of(attributes)));
    return this;
  }

  /** Adds a node on the last tensor and some others. */
  SmallNetwork then(String operator, List<String> others, AttributeProto... attributes) {
    var inputs = new java.util.ArrayList<>(List.of(last));
    inputs.addAll(others);
    return node(operator, inputs, attributes);
  }

  SmallNetwork then(String operator, AttributeProto... attributes) {
    return then(operator, List.of(), attributes);
  }

  /** Random values between -scale and scale. */
  String weights(double scale, long... dims) {
    return floats(
        random.doubles(size(dims), -scale, scale).boxed().map(Double::floatValue).toList(), dims);
  }

  /** Random values between 0.5 and 1.5. */
  String positive(long... dims) {
    return floats(
        random.doubles(size(dims), 0.5, 1.5).boxed().map(Double::floatValue).toList(), dims);
  }

  String floats(List<Float> values, long... dims) {
    String name = "w" + ++names;
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addAllDims(Arrays.stream(dims).boxed().toList())
            .addAllFloatData(values));
    return name;
  }

  String integers(Long... values) {
    String name = "i" + ++names;
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(values.length)
            .addAllInt64Data(List.of(values)));
    return name;
  }

  /** Ends in scores of three classes: the last tensor, flattened, by a Gemm. */
  Network classifier(int units) {
    then("Flatten");
    then("Gemm", List.of(weights(0.4, 3, units), weights(0.2, 3)), integer("transB", 1));
    return network();
  }

  /** Ends in the last tensor. */
  Network network() {
    graph.addOutput(ValueInfoProto.newBuilder(value(last, 3)).setName(last));
    return NetworkFiles.of(
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
            .setGraph(graph)
            .build(),
        "small");
  }

  int sampleSize() {
    return size(input);
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto real(String name, double value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF((float) value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto integers(String name, Long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INTS)
        .addAllInts(List.of(values))
        .build();
  }

  private static ValueInfoProto value(String name, long... dims) {
    var shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    for (long dim : dims) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
    }
    var type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  private static int size(long... dims) {
    return (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
  }
}
