package org.weighbridge.training.gradient;

/** A + B, either of them broadcast. */
final class AddRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String a = node.input(0);
    String b = node.input(1);
    long[] out = graph.shape(node.output());
    return (gradient, adjoints) -> {
      if (adjoints.wanted(a)) {
        adjoints.add(a, graph.unbroadcast(gradient, out, graph.shape(a)));
      }
      if (adjoints.wanted(b)) {
        adjoints.add(b, graph.unbroadcast(gradient, out, graph.shape(b)));
      }
    };
  }
}
