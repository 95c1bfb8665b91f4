package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A constant around a tensor: the gradient of what is inside. */
final class PadRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    String mode = node.text("mode", "constant");
    if (!mode.equals("constant")) {
      throw Refusals.of(graph, node, "padding of mode " + mode);
    }
    int rank = graph.rank(x);
    long[] given =
        node.hasAttribute("pads")
            ? node.integers("pads", 0, 0)
            : graph.facts().integers(node.input(1));
    long[] axes =
        node.has(3) ? graph.facts().integers(node.input(3)) : LongStream.range(0, rank).toArray();
    long[] back = new long[2 * rank];
    for (int i = 0; i < axes.length; i++) {
      int axis = Math.floorMod(axes[i], rank);
      back[axis] = -given[i];
      back[rank + axis] = -given[axes.length + i];
    }
    return (gradient, adjoints) -> {
      if (adjoints.wanted(x)) {
        adjoints.add(x, graph.pad(gradient, Arrays.copyOf(back, back.length)));
      }
    };
  }
}
