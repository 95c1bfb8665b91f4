package org.weighbridge.training;

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
import java.util.List;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A perceptron as an ONNX network: Flatten, then Gemm (transB) and Relu in turn; weights {@code
 * fc1.weight}, {@code fc1.bias} and so on, input {@code input} of any batch, output {@code logits}.
 */
final class OnnxPerceptron {
  private static final int OPSET = 13;
  private static final int IR_VERSION = 7;
  private static final String BATCH = "batch";

  private OnnxPerceptron() {}

  static Network network(String name, Shape sampleShape, List<FullyConnected> layers) {
    var graph = GraphProto.newBuilder().setName(name);
    graph.addInput(value("input", sampleShape.dims()));
    graph.addNode(
        node("Flatten", "flat", "input").addAttribute(integer("axis", 1)).setName("flatten"));
    String from = "flat";
    for (int l = 1; l <= layers.size(); l++) {
      boolean last = l == layers.size();
      String layer = "fc" + l;
      String out = last ? "logits" : layer;
      graph.addInitializer(tensor(layer + ".weight", layers.get(l - 1).weightTensor()));
      graph.addInitializer(tensor(layer + ".bias", layers.get(l - 1).biasTensor()));
      graph.addNode(
          node("Gemm", out, from, layer + ".weight", layer + ".bias")
              .addAttribute(integer("transB", 1))
              .setName(layer));
      if (!last) {
        graph.addNode(node("Relu", "relu" + l, out).setName("relu" + l));
        from = "relu" + l;
      }
    }
    graph.addOutput(value("logits", layers.getLast().outputs()));
    var model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("weighbridge")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .setGraph(graph)
            .build();
    return NetworkFiles.of(model, name);
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private static AttributeProto integer(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static TensorProto tensor(String name, Tensor tensor) {
    var bytes = ByteBuffer.allocate(4 * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.values());
    var proto =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    for (int dim : tensor.shape().dims()) {
      proto.addDims(dim);
    }
    return proto.build();
  }

  /** A float32 tensor of any batch. */
  private static ValueInfoProto value(String name, int... dims) {
    var shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
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
