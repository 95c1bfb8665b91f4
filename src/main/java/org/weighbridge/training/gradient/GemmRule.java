package org.weighbridge.training.gradient;

/** Y = α A' B' + β C, where A' and B' are A and B, transposed or not. */
final class GemmRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String a = node.input(0);
    String b = node.input(1);
    float alpha = node.real("alpha", 1);
    boolean transA = node.integer("transA", 0) != 0;
    boolean transB = node.integer("transB", 0) != 0;
    return (gradient, adjoints) -> {
      if (adjoints.wanted(a)) {
        adjoints.add(
            a,
            transA
                ? graph.product(alpha, b, transB, gradient, true)
                : graph.product(alpha, gradient, false, b, !transB));
      }
      if (adjoints.wanted(b)) {
        adjoints.add(
            b,
            transB
                ? graph.product(alpha, gradient, true, a, transA)
                : graph.product(alpha, a, !transA, gradient, false));
      }
      if (node.has(2) && adjoints.wanted(node.input(2))) {
        String c = node.input(2);
        String sum = graph.unbroadcast(gradient, graph.shape(node.output()), graph.shape(c));
        adjoints.add(c, graph.mul(sum, node.real("beta", 1)));
      }
    };
  }
}
