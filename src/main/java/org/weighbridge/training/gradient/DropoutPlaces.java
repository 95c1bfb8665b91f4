package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.Layer;

/**
 * Where units can be left out, and the graph with a Dropout node at each of these places.
 *
 * @param nodes those of the graph and the added ones
 * @param places in the order of the Dropout nodes in {@code nodes}
 * @param tensors the output of the Dropout node of each place
 */
record DropoutPlaces(List<GraphNode> nodes, List<DropoutPlace> places, List<String> tensors) {
  private static final String ADDED = GraphBuilder.PREFIX + "dropout of ";

  DropoutPlaces {
    nodes = List.copyOf(nodes);
    places = List.copyOf(places);
    tensors = List.copyOf(tensors);
  }

  /** Dropout nodes are kept; the input of each fully connected layer behind another gets one. */
  static DropoutPlaces of(ForwardGraph graph) {
    Set<String> weights = new HashSet<>();
    Set<String> full = new HashSet<>();
    for (Layer layer : graph.network().layers()) {
      weights.add(layer.name());
      if (layer.fullyConnected()) {
        full.add(layer.name());
      }
    }
    Set<String> behind = graph.dependentOn(weights);
    weights.forEach(behind::remove);
    Map<String, GraphNode> producers = new HashMap<>();
    graph.nodes().forEach(node -> producers.put(node.output(), node));
    Set<String> added = new HashSet<>();
    List<GraphNode> nodes = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      nodes.add(
          node.is("Gemm") || node.is("MatMul")
              ? withDropout(node, full, behind, producers, added, nodes)
              : node);
    }
    List<DropoutPlace> places = new ArrayList<>();
    List<String> tensors = new ArrayList<>();
    for (GraphNode node : nodes) {
      if (node.is("Dropout")) {
        tensors.add(node.output());
        places.add(
            new DropoutPlace(
                node.input(0), firstBehind(node.output(), nodes, weights), ratio(node, graph)));
      }
    }
    return new DropoutPlaces(nodes, places, tensors);
  }

  private static GraphNode withDropout(
      GraphNode node,
      Set<String> full,
      Set<String> behind,
      Map<String, GraphNode> producers,
      Set<String> added,
      List<GraphNode> nodes) {
    for (int i = 0; i < 2; i++) {
      String units = node.input(i);
      if (full.contains(node.input(1 - i))
          && behind.contains(units)
          && !dropped(units, producers)) {
        if (added.add(units)) {
          nodes.add(new GraphNode(added(units)));
        }
        return new GraphNode(node.proto().toBuilder().setInput(i, ADDED + units).build());
      }
    }
    return node;
  }

  private static NodeProto added(String units) {
    return NodeProto.newBuilder()
        .setOpType("Dropout")
        .addInput(units)
        .addOutput(ADDED + units)
        .addAttribute(Attributes.real("ratio", 0))
        .build();
  }

  /** Whether a Dropout node of the network itself is just before, behind a change of shape. */
  private static boolean dropped(String units, Map<String, GraphNode> producers) {
    GraphNode node = producers.get(units);
    while (node != null && Rules.changesShapeOnly(node)) {
      node = producers.get(node.input(0));
    }
    return node != null && node.is("Dropout");
  }

  private static String firstBehind(String tensor, List<GraphNode> nodes, Set<String> weights) {
    Set<String> reached = new HashSet<>(Set.of(tensor));
    for (GraphNode node : nodes) {
      if (node.proto().getInputList().stream().anyMatch(reached::contains)) {
        for (String input : node.proto().getInputList()) {
          if (weights.contains(input)) {
            return input;
          }
        }
        reached.addAll(node.proto().getOutputList());
      }
    }
    return "";
  }

  private static double ratio(GraphNode node, ForwardGraph graph) {
    if (node.hasAttribute("ratio")) {
      return node.real("ratio", 0);
    }
    TensorProto given = node.has(1) ? graph.constants().get(node.input(1)) : null;
    return given == null || !Constants.isFloat32(given) ? 0.5 : Constants.floats(given)[0];
  }
}
