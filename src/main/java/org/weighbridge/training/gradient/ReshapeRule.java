package org.weighbridge.training.gradient;

/** Flatten, Reshape, Squeeze, Unsqueeze, Identity: the same values under other dimensions. */
final class ReshapeRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    return (gradient, adjoints) ->
        adjoints.add(x, node.is("Identity") ? gradient : graph.reshape(gradient, graph.shape(x)));
  }
}
