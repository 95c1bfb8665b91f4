package org.weighbridge.training.gradient;

import java.util.List;
import java.util.stream.LongStream;

/** Products of matrices and of stacks of them. */
final class MatMulRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String a = node.input(0);
    String b = node.input(1);
    long[] shapeA = graph.shape(a);
    long[] shapeB = graph.shape(b);
    if (shapeA.length < 2 || shapeB.length < 2) {
      throw Refusals.of(graph, node, "a product with a vector");
    }
    return (gradient, adjoints) -> {
      if (adjoints.wanted(a)) {
        String full = graph.node("MatMul", List.of(gradient, transposed(graph, b, shapeB.length)));
        adjoints.add(a, unstacked(graph, full, node, a));
      }
      if (adjoints.wanted(b)) {
        adjoints.add(
            b,
            shapeB.length == 2
                ? graph.product(
                    1,
                    rows(graph, a, shapeA),
                    true,
                    rows(graph, gradient, graph.shape(node.output())),
                    false)
                : unstacked(
                    graph,
                    graph.node("MatMul", List.of(transposed(graph, a, shapeA.length), gradient)),
                    node,
                    b));
      }
    };
  }

  /** All rows of a stack of matrices as one matrix. */
  private static String rows(GraphBuilder graph, String tensor, long[] shape) {
    return shape.length == 2 ? tensor : graph.reshape(tensor, -1, shape[shape.length - 1]);
  }

  private static String transposed(GraphBuilder graph, String tensor, int rank) {
    long[] order = LongStream.range(0, rank).toArray();
    order[rank - 1] = rank - 2L;
    order[rank - 2] = rank - 1L;
    return graph.transpose(tensor, order);
  }

  /** Sums over the stack where the operand was broadcast. */
  private static String unstacked(GraphBuilder graph, String full, GraphNode node, String operand) {
    long[] to = graph.shape(operand);
    long[] from = graph.shape(node.output()).clone();
    from[from.length - 2] = to[to.length - 2];
    from[from.length - 1] = to[to.length - 1];
    return graph.unbroadcast(full, from, to);
  }
}
