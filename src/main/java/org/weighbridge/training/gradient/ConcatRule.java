package org.weighbridge.training.gradient;

/** Tensors side by side along an axis. */
final class ConcatRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    int rank = graph.rank(node.output());
    int axis = Math.floorMod(node.integer("axis", 1), rank);
    return (gradient, adjoints) -> {
      long from = 0;
      for (String part : node.proto().getInputList()) {
        long to = from + graph.shape(part)[axis];
        if (adjoints.wanted(part)) {
          adjoints.add(part, graph.slice(gradient, axis, from, to, 1));
        }
        from = to;
      }
    };
  }
}
