package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * Maxima of windows: the gradient goes to the first place that has the maximum, which MaxPool tells
 * itself. MaxUnpool puts it there; it overwrites, so that of windows that overlap those that do not
 * are put together and the groups added.
 */
final class MaxPoolRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    String x = node.input(0);
    NodeProto proto = node.proto();
    if (node.integer("storage_order", 0) != 0) {
      throw Refusals.of(graph, node, "column-major indices");
    }
    boolean told = proto.getOutputCount() > 1 && !proto.getOutput(1).isEmpty();
    String places = told ? proto.getOutput(1) : GraphBuilder.PREFIX + "places of " + node.output();
    graph.copy(
        told
            ? proto
            : proto.toBuilder().clearOutput().addOutput(node.output()).addOutput(places).build());
    var windows = Windows.of(node, graph);
    return (gradient, adjoints) -> {
      if (adjoints.wanted(x)) {
        for (Group group : groups(gradient, places, windows, graph)) {
          adjoints.add(
              x,
              graph.node(
                  "MaxUnpool",
                  List.of(group.gradient, group.places, graph.integers(graph.shape(x))),
                  Attributes.integers("kernel_shape", windows.kernel()),
                  Attributes.integers("strides", windows.strides())));
        }
      }
    };
  }

  /** Windows that do not overlap. */
  private record Group(String gradient, String places) {}

  private static List<Group> groups(
      String gradient, String places, Windows windows, GraphBuilder graph) {
    List<Group> groups = List.of(new Group(gradient, places));
    for (int i = 0; i < windows.axes(); i++) {
      long reach = (windows.kernel()[i] - 1) * windows.dilations()[i] + 1;
      long count = windows.count()[i];
      long step = Math.min(count, Math.ceilDiv(reach, windows.strides()[i]));
      List<Group> finer = new ArrayList<>();
      for (Group group : groups) {
        for (long from = 0; from < step; from++) {
          finer.add(
              step == 1
                  ? group
                  : new Group(
                      graph.slice(group.gradient, i + 2, from, count, step),
                      graph.slice(group.places, i + 2, from, count, step)));
        }
      }
      groups = finer;
    }
    return groups;
  }
}
