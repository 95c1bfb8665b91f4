package org.weighbridge.training.gradient;

import java.util.List;
import java.util.stream.LongStream;

/** Softmax and its logarithm within a network. */
final class SoftmaxRule implements Rule {
  private static final int ONE_AXIS = 13;

  private final boolean logarithm;

  SoftmaxRule(boolean logarithm) {
    this.logarithm = logarithm;
  }

  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    String y = node.output();
    int rank = graph.rank(x);
    boolean one = graph.opset() >= ONE_AXIS;
    int first = Math.floorMod(node.integer("axis", one ? -1 : 1), rank);
    // before opset 13 it was over all axes from the given one on
    long[] axes = one ? new long[] {first} : LongStream.range(first, rank).toArray();
    return (gradient, adjoints) -> {
      if (!adjoints.wanted(x)) {
        return;
      }
      if (logarithm) {
        String share = graph.mul(graph.node("Exp", List.of(y)), graph.sum(gradient, true, axes));
        adjoints.add(x, graph.sub(gradient, share));
      } else {
        String weighted = graph.mul(gradient, y);
        String share = graph.mul(y, graph.sum(weighted, true, axes));
        adjoints.add(x, graph.sub(weighted, share));
      }
    };
  }
}
