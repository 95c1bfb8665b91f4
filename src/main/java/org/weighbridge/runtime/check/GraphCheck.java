package org.weighbridge.runtime.check;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a graph: known operators, every name made once and before it is used (in some
 * order), nothing in a circle, no data in other files.
 */
final class GraphCheck {
  /** How deep bodies of If, Loop and Scan may lie in each other. */
  static final int DEEPEST = 32;

  /** Where operators come from that ONNX Runtime itself carries. */
  private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");

  private final ModelProto model;
  private final Functions functions;
  private final Set<String> stubs;

  GraphCheck(ModelProto model, Set<String> stubs) {
    this.model = model;
    this.functions = new Functions(model);
    this.stubs = stubs;
  }

  void check() {
    graph(model.getGraph(), null, 0);
  }

  private void graph(GraphProto graph, @Nullable Scope outside, int depth) {
    if (depth > DEEPEST) {
      throw new Unfit("its graphs lie in each other more than " + DEEPEST + " deep");
    }
    var known = new Scope(new HashSet<>(), outside);
    for (TensorProto tensor : graph.getInitializerList()) {
      initializer(tensor, depth);
      known.add(tensor.getName());
    }
    for (var sparse : graph.getSparseInitializerList()) {
      known.add(sparse.getValues().getName());
    }
    for (ValueInfoProto input : graph.getInputList()) {
      if (depth == 0 && input.getType().getValueCase().getNumber() == 0) {
        throw new Unfit("its input " + Unfit.printable(input.getName()) + " has no type");
      }
      known.add(input.getName());
    }
    onlyOnce(graph, known);
    order(graph, known);
    for (NodeProto node : graph.getNodeList()) {
      node(node, known, depth);
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      if (!known.contains(output.getName())) {
        throw new Unfit("nothing makes its output " + Unfit.printable(output.getName()));
      }
    }
  }

  private void initializer(TensorProto tensor, int depth) {
    boolean elsewhere = tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    if (elsewhere && !(depth == 0 && stubs.contains(tensor.getName()))) {
      throw new Unfit("tensor " + Unfit.printable(tensor.getName()) + " has its data elsewhere");
    }
  }

  private static void onlyOnce(GraphProto graph, Scope known) {
    var made = new HashSet<String>();
    for (NodeProto node : graph.getNodeList()) {
      for (String output : node.getOutputList()) {
        if (!output.isEmpty() && (known.contains(output) || !made.add(output))) {
          throw new Unfit("tensor " + Unfit.printable(output) + " is made twice");
        }
      }
    }
  }

  /** Adds to the known what the nodes make, as soon as what they need is known. */
  private static void order(GraphProto graph, Scope known) {
    var makers = new HashMap<String, Integer>();
    List<NodeProto> nodes = graph.getNodeList();
    for (int i = 0; i < nodes.size(); i++) {
      for (String output : nodes.get(i).getOutputList()) {
        makers.put(output, i);
      }
    }
    var waits = new int[nodes.size()];
    var readers = new HashMap<Integer, List<Integer>>();
    var ready = new ArrayDeque<Integer>();
    for (int i = 0; i < waits.length; i++) {
      for (String name : needed(nodes.get(i))) {
        Integer maker = makers.get(name);
        if (maker != null) {
          waits[i]++;
          readers.computeIfAbsent(maker, unused -> new ArrayList<>()).add(i);
        } else if (!known.contains(name)) {
          throw new Unfit(
              "a node %s reads %s, which nothing makes"
                  .formatted(Unfit.printable(nodes.get(i).getOpType()), Unfit.printable(name)));
        }
      }
      if (waits[i] == 0) {
        ready.add(i);
      }
    }
    int done = 0;
    while (!ready.isEmpty()) {
      int node = ready.remove();
      done++;
      known.names().addAll(nodes.get(node).getOutputList());
      for (int reader : readers.getOrDefault(node, List.of())) {
        if (--waits[reader] == 0) {
          ready.add(reader);
        }
      }
    }
    if (done < waits.length) {
      throw new Unfit("its nodes depend on each other in a circle");
    }
  }

  /** Its inputs and what its bodies take from around them. */
  private static Set<String> needed(NodeProto node) {
    var names = new HashSet<>(node.getInputList());
    names.remove("");
    bodies(node).forEach(body -> names.addAll(captured(body)));
    return names;
  }

  private static Set<String> captured(GraphProto body) {
    var names = new HashSet<String>();
    var inside = new HashSet<String>();
    body.getInitializerList().forEach(tensor -> inside.add(tensor.getName()));
    body.getSparseInitializerList().forEach(tensor -> inside.add(tensor.getValues().getName()));
    body.getInputList().forEach(input -> inside.add(input.getName()));
    for (NodeProto node : body.getNodeList()) {
      inside.addAll(node.getOutputList());
      names.addAll(needed(node));
    }
    names.removeAll(inside);
    return names;
  }

  private void node(NodeProto node, Scope known, int depth) {
    if (!DOMAINS.contains(node.getDomain()) && !functions.has(node)) {
      throw new Unfit(
          "its operator %s is of the domain %s, which is not ONNX's"
              .formatted(Unfit.printable(node.getOpType()), Unfit.printable(node.getDomain())));
    }
    var names = new HashSet<String>();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (!names.add(attribute.getName())) {
        throw new Unfit(
            "a node %s has the attribute %s twice"
                .formatted(
                    Unfit.printable(node.getOpType()), Unfit.printable(attribute.getName())));
      }
    }
    for (GraphProto body : bodies(node)) {
      graph(body, known, depth + 1);
    }
  }

  /** The names of a graph and, seen from it, those of the graphs around it. */
  private record Scope(Set<String> names, @Nullable Scope outside) {
    void add(String name) {
      names.add(name);
    }

    boolean contains(String name) {
      return names.contains(name) || (outside != null && outside.contains(name));
    }
  }

  static List<GraphProto> bodies(NodeProto node) {
    var bodies = new ArrayList<GraphProto>();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        bodies.add(attribute.getG());
      }
      bodies.addAll(attribute.getGraphsList());
    }
    return bodies;
  }
}
