package org.weighbridge.training.gradient;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A part of a tensor, every so manieth value of it: the gradient has zeros between and around. */
final class SliceRule implements Rule {
  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    graph.copy(node.proto());
    String x = node.input(0);
    long[] whole = graph.shape(x);
    long[] part = graph.shape(node.output());
    int rank = whole.length;
    long[] starts = given(node, graph, "starts", 1);
    boolean all = !node.has(3) && !node.hasAttribute("axes");
    long[] axes =
        all ? LongStream.range(0, starts.length).toArray() : given(node, graph, "axes", 3);
    long[] from = new long[rank];
    long[] step = new long[rank];
    Arrays.fill(step, 1);
    for (int i = 0; i < axes.length; i++) {
      int axis = Math.floorMod(axes[i], rank);
      step[axis] = node.has(4) ? graph.facts().integers(node.input(4))[i] : 1;
      if (step[axis] < 1) {
        throw Refusals.of(graph, node, "a slice backwards");
      }
      long start = starts[i] < 0 ? starts[i] + whole[axis] : starts[i];
      from[axis] = Math.clamp(start, 0, whole[axis]);
    }
    return (gradient, adjoints) -> {
      if (adjoints.wanted(x)) {
        String spread = spread(gradient, part, step, graph);
        long[] pads = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
          pads[axis] = from[axis];
          pads[rank + axis] = whole[axis] - from[axis] - part[axis] * step[axis];
        }
        adjoints.add(x, graph.pad(spread, pads));
      }
    };
  }

  /** Each value of an axis followed by step - 1 zeros. */
  private static String spread(String gradient, long[] dims, long[] step, GraphBuilder graph) {
    if (Arrays.stream(step).allMatch(s -> s == 1)) {
      return gradient;
    }
    int rank = dims.length;
    long[] split = new long[2 * rank];
    long[] pads = new long[4 * rank];
    long[] spread = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      split[2 * axis] = dims[axis];
      split[2 * axis + 1] = 1;
      pads[2 * rank + 2 * axis + 1] = step[axis] - 1;
      spread[axis] = dims[axis] * step[axis];
    }
    return graph.reshape(graph.pad(graph.reshape(gradient, split), pads), spread);
  }

  private static long[] given(GraphNode node, GraphBuilder graph, String name, int input) {
    return node.hasAttribute(name)
        ? node.integers(name, 0, 0)
        : graph.facts().integers(node.input(input));
  }
}
