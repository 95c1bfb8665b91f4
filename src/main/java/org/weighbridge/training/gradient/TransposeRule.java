package org.weighbridge.training.gradient;

import java.util.stream.LongStream;

/** Other orders of the axes. */
final class TransposeRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    int rank = graph.rank(x);
    long[] order =
        node.hasAttribute("perm")
            ? node.integers("perm", rank, 0)
            : LongStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
    long[] back = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      back[(int) order[axis]] = axis;
    }
    return (gradient, adjoints) -> adjoints.add(x, graph.transpose(gradient, back));
  }
}
