package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;

/**
 * A network's graph with its {@linkplain Network#tensors tensors} taken out, and with whatever else
 * is outside the heap: each is an initializer without data, to be filled in when a session is
 * opened. So a session with other weights costs no copy of the graph's hundreds of megabytes, and
 * Protobuf's limit of 2 GB does not matter.
 */
final class WeightStubs {
  /** The first version in which an initializer need not be a graph input too. */
  private static final long FREE_INITIALIZERS = 4;

  private WeightStubs() {}

  static ModelProto of(Network network) {
    GraphProto graph = network.model().getGraph();
    Map<String, TensorProto> stubs = new LinkedHashMap<>();
    network.tensors().forEach((id, tensor) -> stubs.put(id.name(), stub(id, tensor.shape())));
    graph.getInitializerList().stream()
        .filter(tensor -> network.stored().containsKey(tensor.getName()))
        .forEach(tensor -> stubs.computeIfAbsent(tensor.getName(), name -> stub(tensor)));
    Set<String> initializers = new HashSet<>(stubs.keySet());
    graph.getInitializerList().forEach(tensor -> initializers.add(tensor.getName()));

    GraphProto.Builder open =
        graph.toBuilder().clearInitializer().clearNode().clearInput().clearValueInfo();
    graph.getInitializerList().stream()
        .filter(tensor -> !stubs.containsKey(tensor.getName()))
        .forEach(open::addInitializer);
    stubs.values().forEach(open::addInitializer);
    graph.getNodeList().stream().filter(node -> !isConstantOf(node, stubs)).forEach(open::addNode);
    graph.getInputList().stream()
        .filter(input -> !initializers.contains(input.getName()))
        .forEach(open::addInput);
    return network.model().toBuilder()
        .setIrVersion(Math.max(FREE_INITIALIZERS, network.model().getIrVersion()))
        .setGraph(open)
        .build();
  }

  private static boolean isConstantOf(NodeProto node, Map<String, TensorProto> stubs) {
    return node.getOpType().equals("Constant")
        && node.getOutputCount() == 1
        && stubs.containsKey(node.getOutput(0));
  }

  private static TensorProto stub(LayerId id, Shape shape) {
    TensorProto.Builder stub =
        TensorProto.newBuilder()
            .setName(id.name())
            .setDataType(TensorProto.DataType.FLOAT.getNumber());
    for (int dim : shape.dims()) {
      stub.addDims(dim);
    }
    return stub(stub.build());
  }

  private static TensorProto stub(TensorProto like) {
    return TensorProto.newBuilder()
        .setName(like.getName())
        .setDataType(like.getDataType())
        .addAllDims(like.getDimsList())
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("weights"))
        .build();
  }
}
