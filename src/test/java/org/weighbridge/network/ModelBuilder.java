package org.weighbridge.network;

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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Builds small ONNX models for tests, node by node, with seeded random weights. */
public final class ModelBuilder {
  private final ModelProto.Builder model =
      ModelProto.newBuilder()
          .setIrVersion(8)
          .setProducerName("weighbridge tests")
          .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13));
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
  private final SplittableRandom random;

  public ModelBuilder(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The graph under construction, for what the other methods do not offer. */
  public GraphProto.Builder graph() {
    return graph;
  }

  public ModelBuilder opset(long version) {
    model.getOpsetImportBuilder(0).setVersion(version);
    return this;
  }

  /** A float32 input; -1 leaves a dimension open. */
  public ModelBuilder input(String name, long... dims) {
    graph.addInput(value(name, dims));
    return this;
  }

  public ModelBuilder output(String name, long... dims) {
    graph.addOutput(value(name, dims));
    return this;
  }

  /** An initializer of random weights as raw data, of a size that keeps activations near 1. */
  public ModelBuilder weight(String name, long... dims) {
    return weight(name, values(dims), dims);
  }

  public ModelBuilder weight(String name, float[] values, long... dims) {
    graph.addInitializer(raw(name, values, dims));
    return this;
  }

  /** An int64 initializer, such as the shape given to Reshape. */
  public ModelBuilder integers(String name, long... values) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(values.length)
            .addAllInt64Data(LongStream.of(values).boxed().toList()));
    return this;
  }

  /** A Constant node of random weights. */
  public ModelBuilder constant(String name, long... dims) {
    var value =
        AttributeProto.newBuilder()
            .setName("value")
            .setType(AttributeProto.AttributeType.TENSOR)
            .setT(raw("", values(dims), dims));
    graph.addNode(NodeProto.newBuilder().setOpType("Constant").addOutput(name).addAttribute(value));
    return this;
  }

  /** A node with one output. */
  public ModelBuilder node(
      String operator, List<String> inputs, String output, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(operator + "_" + output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(Arrays.asList(attributes)));
    return this;
  }

  public static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  public static AttributeProto integers(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  public static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  public static TensorProto raw(String name, float[] values, long... dims) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.FLOAT_VALUE)
        .addAllDims(LongStream.of(dims).boxed().toList())
        .setRawData(ByteString.copyFrom(bytes))
        .build();
  }

  public ModelProto build() {
    return model.setGraph(graph).build();
  }

  private float[] values(long... dims) {
    int size = Math.toIntExact(LongStream.of(dims).reduce(1, Math::multiplyExact));
    double deviation = Math.sqrt(2.0 * dims[0] / size);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static ValueInfoProto value(String name, long... dims) {
    var shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      var open = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(dim < 0 ? open.setDimParam("batch") : open.setDimValue(dim));
    }
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
