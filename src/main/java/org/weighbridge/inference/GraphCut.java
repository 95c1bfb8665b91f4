package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph cut in front of some weights: what these cannot change is the prefix, the rest the
 * suffix, and the tensors that pass from one to the other are the boundary: one in a chain, two
 * inside a residual block.
 *
 * @param model the whole graph
 * @param boundary names of tensors that depend on the samples but not on the weights and that the
 *     suffix uses
 * @param output the tensor of class scores
 */
record GraphCut(ModelProto model, List<String> boundary, String output) {
  GraphCut {
    boundary = List.copyOf(boundary);
  }

  /**
   * Cuts in front of the first uses of {@code weights}. Where nothing learnt lies before it, the
   * cut is at the graph's input: then there is no prefix worth keeping the results of.
   *
   * @param weights names of initializers
   * @param learnt the weights of all layers
   */
  static GraphCut before(Set<String> weights, ModelProto model, String output, Set<String> learnt) {
    GraphProto graph = model.getGraph();
    Set<String> inputs = new LinkedHashSet<>();
    graph.getInputList().forEach(input -> inputs.add(input.getName()));
    Set<String> fed = reach(graph, inputs);
    Set<String> changed = reach(graph, weights);
    ModelProto whole = GraphSlice.of(model, graph.getInputList(), List.of(output));
    Set<String> boundary = new LinkedHashSet<>();
    for (NodeProto node : whole.getGraph().getNodeList()) {
      if (node.getOutputList().stream().anyMatch(changed::contains)) {
        GraphSlice.uses(node)
            .filter(tensor -> fed.contains(tensor) && !changed.contains(tensor))
            .forEach(boundary::add);
      }
    }
    var cut = new GraphCut(model, List.copyOf(boundary), output);
    boolean plain =
        cut.prefix().getGraph().getInitializerList().stream()
            .noneMatch(tensor -> learnt.contains(tensor.getName()));
    return plain ? new GraphCut(model, used(inputs, whole), output) : cut;
  }

  /** Whether the suffix is the whole graph. */
  boolean atInput() {
    return computed().isEmpty();
  }

  /** The part of the boundary that the prefix computes. */
  List<String> computed() {
    return boundary.stream().filter(name -> !inputs().contains(name)).toList();
  }

  /** The part of the boundary that is the graph's input itself. */
  List<String> passed() {
    return boundary.stream().filter(inputs()::contains).toList();
  }

  /** The inputs of the graph. */
  List<String> inputs() {
    return model.getGraph().getInputList().stream().map(ValueInfoProto::getName).toList();
  }

  /** The graph from the input to the boundary. */
  ModelProto prefix() {
    return GraphSlice.of(model, model.getGraph().getInputList(), computed());
  }

  /** The graph from the boundary to the class scores, the boundary declared by name only. */
  ModelProto suffix() {
    var declared =
        boundary.stream().map(name -> ValueInfoProto.newBuilder().setName(name).build()).toList();
    return GraphSlice.of(model, declared, List.of(output));
  }

  /** The names given and all that is computed from them. */
  private static Set<String> reach(GraphProto graph, Set<String> from) {
    Set<String> reached = new HashSet<>(from);
    for (NodeProto node : graph.getNodeList()) {
      if (GraphSlice.uses(node).anyMatch(reached::contains)) {
        node.getOutputList().stream().filter(name -> !name.isEmpty()).forEach(reached::add);
      }
    }
    return reached;
  }

  private static List<String> used(Set<String> inputs, ModelProto whole) {
    Set<String> used = new HashSet<>();
    whole.getGraph().getNodeList().forEach(node -> GraphSlice.uses(node).forEach(used::add));
    return inputs.stream().filter(used::contains).toList();
  }
}
