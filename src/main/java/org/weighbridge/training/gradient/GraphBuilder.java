package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A training graph under construction. New tensors get names that no network uses; equal constants
 * are stored once. Knows the shapes of the network's own tensors.
 */
final class GraphBuilder {
  /** Begins the names of all tensors that the network itself does not have. */
  static final String PREFIX = "weighbridge:";

  private static final int AXES_AS_INPUT = 13;
  private static final int GEMM_WITHOUT_C = 11;
  private static final int SLICE_BY_INPUTS = 10;
  private static final int PAD_BY_INPUTS = 11;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("gradients");
  private final Map<TensorProto, String> constants = new HashMap<>();
  private final String network;
  private final Facts facts;
  private final int opset;
  private int names;

  GraphBuilder(String network, Facts facts, int opset) {
    this.network = network;
    this.facts = facts;
    this.opset = opset;
  }

  String network() {
    return network;
  }

  Facts facts() {
    return facts;
  }

  int opset() {
    return opset;
  }

  long[] shape(String tensor) {
    return facts.shape(tensor);
  }

  int rank(String tensor) {
    return facts.shape(tensor).length;
  }

  /** A node of the network as it is. */
  void copy(NodeProto node) {
    graph.addNode(node);
  }

  /** A node with one output, whose name is returned. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return node(PREFIX + ++names, operator, inputs, attributes);
  }

  /** A node with one output of a given name, which is returned. */
  String node(String output, String operator, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(output)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
    return output;
  }

  String add(String a, String b) {
    return node("Add", List.of(a, b));
  }

  String sub(String a, String b) {
    return node("Sub", List.of(a, b));
  }

  String mul(String a, String b) {
    return node("Mul", List.of(a, b));
  }

  String mul(String a, double factor) {
    return factor == 1 ? a : mul(a, number(factor));
  }

  String reshape(String tensor, long... dims) {
    return node("Reshape", List.of(tensor, integers(dims)));
  }

  String transpose(String tensor, long... order) {
    return node("Transpose", List.of(tensor), Attributes.integers("perm", order));
  }

  /** α A' B' of matrices, transposed or not. */
  String product(double alpha, String a, boolean transA, String b, boolean transB) {
    var factors = opset < GEMM_WITHOUT_C ? List.of(a, b, number(0)) : List.of(a, b);
    return node(
        "Gemm",
        factors,
        Attributes.real("alpha", (float) alpha),
        Attributes.integer("transA", transA ? 1 : 0),
        Attributes.integer("transB", transB ? 1 : 0));
  }

  /** The sum over some axes, which are kept as 1 or dropped. */
  String sum(String tensor, boolean keep, long... axes) {
    if (axes.length == 0) {
      return tensor;
    }
    var kept = Attributes.integer("keepdims", keep ? 1 : 0);
    return opset < AXES_AS_INPUT
        ? node("ReduceSum", List.of(tensor), kept, Attributes.integers("axes", axes))
        : node("ReduceSum", List.of(tensor, integers(axes)), kept);
  }

  /** Every so manieth value of an axis. */
  String slice(String tensor, int axis, long from, long to, long step) {
    if (opset < SLICE_BY_INPUTS && step == 1) {
      return node(
          "Slice",
          List.of(tensor),
          Attributes.integers("starts", from),
          Attributes.integers("ends", to),
          Attributes.integers("axes", axis));
    }
    return node(
        "Slice", List.of(tensor, integers(from), integers(to), integers(axis), integers(step)));
  }

  /** Zeros around a tensor; what pads are negative is cut off. */
  String pad(String tensor, long... pads) {
    if (Arrays.stream(pads).allMatch(pad -> pad == 0)) {
      return tensor;
    }
    return opset < PAD_BY_INPUTS
        ? node("Pad", List.of(tensor), Attributes.integers("pads", pads))
        : node("Pad", List.of(tensor, integers(pads)));
  }

  /** Sums a gradient over what was broadcast, down to the shape of a tensor. */
  String unbroadcast(String gradient, long[] from, long[] to) {
    if (Arrays.equals(from, to)) {
      return gradient;
    }
    int more = from.length - to.length;
    long[] axes =
        IntStream.range(0, from.length)
            .filter(axis -> axis < more || (to[axis - more] == 1 && from[axis] != 1))
            .asLongStream()
            .toArray();
    return reshape(sum(gradient, true, axes), to);
  }

  /** A single number. */
  String number(double value) {
    return floats(new float[] {(float) value});
  }

  /** Values of a shape; without dimensions a scalar. */
  String floats(float[] values, long... dims) {
    var bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(TensorProto.DataType.FLOAT, bytes, dims);
  }

  String integers(long... values) {
    var bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(TensorProto.DataType.INT64, bytes, values.length);
  }

  private String constant(TensorProto.DataType type, ByteBuffer bytes, long... dims) {
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDataType(type.getNumber())
            .addAllDims(LongStream.of(dims).boxed().toList())
            .setRawData(ByteString.copyFrom(bytes))
            .build();
    return constants.computeIfAbsent(
        tensor,
        fresh -> {
          String name = PREFIX + ++names;
          graph.addInitializer(fresh.toBuilder().setName(name));
          return name;
        });
  }

  /** A constant of the network as it is. */
  void initializer(TensorProto tensor) {
    graph.addInitializer(tensor);
  }

  /** Declares a float32 input. */
  String input(String name, long... dims) {
    graph.addInput(declaration(name, dims));
    return name;
  }

  /** Declares a float32 output, whose shape ONNX Runtime finds. */
  void output(String name) {
    graph.addOutput(declaration(name, floats()));
  }

  /** How a float32 tensor of a shape is declared. */
  static ValueInfoProto declaration(String name, long... dims) {
    var shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
    }
    return declaration(name, floats().setShape(shape));
  }

  private static ValueInfoProto declaration(String name, TypeProto.Tensor.Builder type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }

  private static TypeProto.Tensor.Builder floats() {
    return TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
  }

  GraphProto build() {
    return graph.build();
  }
}
