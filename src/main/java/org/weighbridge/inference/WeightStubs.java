package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;

/**
 * A network's graph with its layers' weights taken out: each is an initializer without data, to be
 * filled in when a session is opened. So a session with other weights costs no copy of the graph's
 * hundreds of megabytes, and Protobuf's limit of 2 GB does not matter.
 */
final class WeightStubs {
  /** The first version in which an initializer need not be a graph input too. */
  private static final long FREE_INITIALIZERS = 4;

  private WeightStubs() {}

  static ModelProto of(Network network) {
    GraphProto graph = network.model().getGraph();
    Map<String, TensorProto> stubs = new HashMap<>();
    for (Layer layer : network.layers()) {
      stubs.put(layer.name(), stub(layer));
    }
    Set<String> initializers = new HashSet<>(stubs.keySet());
    graph.getInitializerList().forEach(tensor -> initializers.add(tensor.getName()));

    GraphProto.Builder open =
        graph.toBuilder().clearInitializer().clearNode().clearInput().clearValueInfo();
    graph.getInitializerList().stream()
        .filter(tensor -> !stubs.containsKey(tensor.getName()))
        .forEach(open::addInitializer);
    network.layers().forEach(layer -> open.addInitializer(stubs.get(layer.name())));
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

  private static TensorProto stub(Layer layer) {
    TensorProto.Builder stub =
        TensorProto.newBuilder()
            .setName(layer.name())
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue("weights"));
    for (int dim : layer.shape().dims()) {
      stub.addDims(dim);
    }
    return stub.build();
  }
}
