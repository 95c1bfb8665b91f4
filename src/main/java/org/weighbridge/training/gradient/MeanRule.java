package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Means over some axes: ReduceMean, and over all places of an image, GlobalAveragePool. */
final class MeanRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    long[] shape = graph.shape(x);
    long[] kept = shape.clone();
    long[] spread = new long[shape.length];
    Arrays.fill(spread, 1);
    int count = 1;
    for (long axis : axes(node, graph, shape.length)) {
      int a = Math.floorMod(axis, shape.length);
      kept[a] = 1;
      spread[a] = shape[a];
      count *= (int) shape[a];
    }
    float[] share = new float[count];
    Arrays.fill(share, 1f / count);
    return (gradient, adjoints) -> {
      if (adjoints.wanted(x)) {
        String same =
            Arrays.equals(kept, graph.shape(node.output()))
                ? gradient
                : graph.reshape(gradient, kept);
        adjoints.add(x, graph.mul(same, graph.floats(share, spread)));
      }
    };
  }

  private static long[] axes(GraphNode node, GraphBuilder graph, int rank) {
    if (node.is("GlobalAveragePool")) {
      return LongStream.range(2, rank).toArray();
    }
    if (node.hasAttribute("axes")) {
      return node.integers("axes", 0, 0);
    }
    if (node.has(1)) {
      return graph.facts().integers(node.input(1));
    }
    boolean none = node.integer("noop_with_empty_axes", 0) != 0;
    return LongStream.range(0, none ? 0 : rank).toArray();
  }
}
