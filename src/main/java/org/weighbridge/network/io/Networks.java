package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;

/** Makes a network of a model message that holds all its data, checking its structure. */
final class Networks {
  private static final int OLDEST_OPSET = 7;

  private Networks() {}

  /**
   * The network of a model.
   *
   * @param hash asked for last
   * @throws org.weighbridge.fault.Fault when the model is damaged or has nothing to compress
   */
  static Network of(ModelProto model, Source source, Supplier<String> hash) {
    return of(model, Map.of(), source, hash);
  }

  /** The same with some data outside the model, as {@link Network#stored} has it. */
  static Network of(
      ModelProto model, Map<String, MemorySegment> stored, Source source, Supplier<String> hash) {
    GraphProto graph = model.getGraph();
    if (graph.getNodeCount() == 0) {
      throw source.refused("it holds no graph, so it is no ONNX model; choose another file");
    }
    checkOpset(model, source);
    checkWhole(model, stored.keySet(), source);
    checkConstants(graph, source);
    checkNames(graph, source);
    List<Layer> layers = LayerFinder.find(graph, stored);
    if (layers.isEmpty()) {
      throw source.refused(nothingToCompress(graph));
    }
    return new Network(
        source.title(),
        model,
        layers,
        SmallTensorFinder.find(graph, layers),
        GraphEnds.input(graph, source),
        GraphEnds.output(graph, source),
        ParameterCount.of(graph, source),
        hash.get(),
        stored);
  }

  private static void checkOpset(ModelProto model, Source source) {
    long opset =
        model.getOpsetImportList().stream()
            .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
            .mapToLong(OperatorSetIdProto::getVersion)
            .max()
            .orElse(0);
    if (opset == 0) {
      throw source.refused("it names no operator set, so it is cut off; get or export it again");
    }
    if (opset < OLDEST_OPSET) {
      throw source.refused(
          "it uses ONNX operator set "
              + opset
              + " and 7 is the oldest supported; convert it with onnx.version_converter");
    }
  }

  private static void checkWhole(ModelProto model, Set<String> stored, Source source) {
    TensorMap.apply(
        model,
        tensor -> {
          if (ExternalData.isExternal(tensor) && !stored.contains(tensor.getName())) {
            throw source.refused("it refers to data in other files; give the ONNX file instead");
          }
          return tensor;
        });
  }

  private static void checkConstants(GraphProto graph, Source source) {
    for (Onnx.Constant constant : Onnx.constants(graph)) {
      TensorCheck.check(constant, source);
    }
    for (NodeProto node : graph.getNodeList()) {
      Onnx.subgraphs(node).forEach(body -> checkConstants(body, source));
    }
  }

  private static void checkNames(GraphProto graph, Source source) {
    Set<String> names = new HashSet<>();
    for (Onnx.Constant constant : Onnx.constants(graph)) {
      if (!names.add(constant.name())) {
        throw source.refused(
            "two tensors have the name " + constant.label() + "; export the model again");
      }
    }
  }

  private static String nothingToCompress(GraphProto graph) {
    boolean half =
        graph.getInitializerList().stream()
            .anyMatch(
                tensor ->
                    tensor.getDataType() == TensorProto.DataType.FLOAT16_VALUE
                        || tensor.getDataType() == TensorProto.DataType.BFLOAT16_VALUE);
    return half
        ? "its weights are 16-bit floats and only 32-bit floats can be compressed; export the model"
            + " in float32"
        : "it has no layer to compress, that is no Gemm, MatMul or Conv with float32 weights of two"
            + " or more dimensions; choose another model";
  }
}
