package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;

/**
 * What of a network computes its class scores. Softmax at its end is left out: cross-entropy is
 * computed of what is before it.
 *
 * @param model the whole network with its present values
 * @param nodes in the order in which they are computed; no Constant nodes with a tensor
 * @param constants initializers and the tensors of Constant nodes, by name
 * @param scores the tensor of class scores before any softmax
 */
record ForwardGraph(
    Network network,
    ModelProto model,
    List<GraphNode> nodes,
    Map<String, TensorProto> constants,
    String scores) {
  private static final Set<String> ENDS = Set.of("Softmax", "LogSoftmax", "Identity");

  ForwardGraph {
    nodes = List.copyOf(nodes);
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  static ForwardGraph of(Network network) {
    ModelProto model = present(network);
    GraphProto graph = model.getGraph();
    Map<String, TensorProto> constants = new LinkedHashMap<>();
    graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    List<GraphNode> nodes = new ArrayList<>();
    for (NodeProto proto : graph.getNodeList()) {
      var node = new GraphNode(proto);
      Optional<TensorProto> tensor = tensorOf(node);
      tensor.ifPresentOrElse(
          value -> constants.put(node.output(), value.toBuilder().setName(node.output()).build()),
          () -> nodes.add(node));
    }
    String scores = beforeSoftmax(network.output(), nodes);
    return new ForwardGraph(network, model, leadingTo(scores, nodes), constants, scores);
  }

  /** The opset of ONNX's own operators. */
  int opset() {
    return model.getOpsetImportList().stream()
        .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
        .mapToInt(set -> (int) set.getVersion())
        .max()
        .orElseThrow();
  }

  TensorProto constant(String name) {
    return Objects.requireNonNull(constants.get(name), name);
  }

  /** The names of some tensors and of all that is computed from them. */
  Set<String> dependentOn(Set<String> tensors) {
    Set<String> dependent = new HashSet<>(tensors);
    for (GraphNode node : nodes) {
      if (Rules.passesGradients(node)
          && node.proto().getInputList().stream().anyMatch(dependent::contains)) {
        dependent.addAll(node.proto().getOutputList());
      }
    }
    dependent.remove("");
    return dependent;
  }

  private static ModelProto present(Network network) {
    try {
      return ModelProto.parseFrom(NetworkFiles.toBytes(network));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a model that was just written", e);
    }
  }

  private static Optional<TensorProto> tensorOf(GraphNode node) {
    return node.is("Constant")
        ? node.proto().getAttributeList().stream()
            .filter(a -> a.getName().equals("value") && a.hasT())
            .map(AttributeProto::getT)
            .findFirst()
        : Optional.empty();
  }

  private static String beforeSoftmax(String output, List<GraphNode> nodes) {
    String scores = output;
    for (GraphNode node : nodes.reversed()) {
      boolean end = node.standard() && ENDS.contains(node.operator());
      scores = end && node.output().equals(scores) ? node.input(0) : scores;
    }
    return scores;
  }

  private static List<GraphNode> leadingTo(String tensor, List<GraphNode> nodes) {
    Map<String, GraphNode> producers = new HashMap<>();
    nodes.forEach(
        node -> node.proto().getOutputList().forEach(output -> producers.put(output, node)));
    Set<GraphNode> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> open = new ArrayList<>(List.of(tensor));
    while (!open.isEmpty()) {
      GraphNode node = producers.get(open.removeLast());
      if (node != null && needed.add(node)) {
        open.addAll(node.proto().getInputList());
      }
    }
    return nodes.stream().filter(needed::contains).toList();
  }
}
