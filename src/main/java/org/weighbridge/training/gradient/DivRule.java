package org.weighbridge.training.gradient;

import java.util.List;

/** Y = A / B, either of them broadcast: dA = dY / B and dB = - dY Y / B. */
final class DivRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String a = node.input(0);
    String b = node.input(1);
    long[] out = graph.shape(node.output());
    return (gradient, adjoints) -> {
      if (adjoints.wanted(a)) {
        adjoints.add(
            a, graph.unbroadcast(graph.node("Div", List.of(gradient, b)), out, graph.shape(a)));
      }
      if (adjoints.wanted(b)) {
        adjoints.add(
            b,
            graph.unbroadcast(
                graph.node(
                    "Neg",
                    List.of(graph.mul(graph.node("Div", List.of(gradient, b)), node.output()))),
                out,
                graph.shape(b)));
      }
    };
  }
}
