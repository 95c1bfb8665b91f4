package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The part of a graph that computes some tensors from others. */
final class GraphSlice {
  private GraphSlice() {}

  /**
   * The graph of all nodes that {@code outputs} need, back to {@code inputs} and initializers.
   *
   * @param model the whole graph
   * @param inputs what the slice is fed with; takes the place of a node's output or an initializer
   *     of that name
   * @param outputs names of tensors; declared by name only, their types are ONNX Runtime's to find
   */
  static ModelProto of(ModelProto model, List<ValueInfoProto> inputs, Collection<String> outputs) {
    GraphProto graph = model.getGraph();
    Map<String, NodeProto> producers = new HashMap<>();
    graph
        .getNodeList()
        .forEach(node -> node.getOutputList().forEach(output -> producers.put(output, node)));
    Set<String> reached = new HashSet<>();
    inputs.forEach(input -> reached.add(input.getName()));
    Set<String> given = Set.copyOf(reached);
    Set<NodeProto> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<String> wanted = new ArrayDeque<>(outputs);
    while (!wanted.isEmpty()) {
      String tensor = wanted.pop();
      if (!reached.add(tensor)) {
        continue;
      }
      NodeProto producer = producers.get(tensor);
      if (producer != null && needed.add(producer)) {
        uses(producer).forEach(wanted::push);
      }
    }
    GraphProto.Builder slice = GraphProto.newBuilder().setName(graph.getName()).addAllInput(inputs);
    graph.getNodeList().stream().filter(needed::contains).forEach(slice::addNode);
    graph.getInitializerList().stream()
        .filter(tensor -> reached.contains(tensor.getName()) && !given.contains(tensor.getName()))
        .forEach(slice::addInitializer);
    graph.getSparseInitializerList().stream()
        .filter(tensor -> reached.contains(tensor.getValues().getName()))
        .forEach(slice::addSparseInitializer);
    outputs.forEach(output -> slice.addOutput(ValueInfoProto.newBuilder().setName(output)));
    return model.toBuilder().setGraph(slice).build();
  }

  /** The tensors a node needs: its inputs and what the bodies of If, Loop and Scan capture. */
  static Stream<String> uses(NodeProto node) {
    Stream<String> captured =
        node.getAttributeList().stream().flatMap(GraphSlice::bodies).flatMap(GraphSlice::uses);
    return Stream.concat(node.getInputList().stream(), captured)
        .filter(tensor -> !tensor.isEmpty());
  }

  private static Stream<GraphProto> bodies(AttributeProto attribute) {
    return Stream.concat(
        attribute.hasG() ? Stream.of(attribute.getG()) : Stream.empty(),
        attribute.getGraphsList().stream());
  }

  /** Names made inside the body come along: ONNX forbids that they hide outer ones. */
  private static Stream<String> uses(GraphProto body) {
    return Stream.concat(
        body.getNodeList().stream().flatMap(GraphSlice::uses),
        body.getOutputList().stream().map(ValueInfoProto::getName));
  }
}
