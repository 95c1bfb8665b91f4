package org.weighbridge.training.gradient;

import java.util.List;
import java.util.Map;

/** Units left out: a product with a mask that the caller draws. */
final class DropoutRule implements Rule {
  private final Map<String, String> masks;

  /**
   * For the nodes of a graph.
   *
   * @param masks the input that holds the mask, by the node's output
   */
  DropoutRule(Map<String, String> masks) {
    this.masks = Map.copyOf(masks);
  }

  @Override
  public Pullback record(GraphNode node, GraphBuilder graph) {
    String mask = masks.get(node.output());
    if (mask == null) {
      throw new IllegalStateException("no mask for " + node.output());
    }
    String x = node.input(0);
    graph.input(mask, graph.shape(x));
    graph.facts().alike(node.output(), x);
    graph.node(node.output(), "Mul", List.of(x, mask));
    return (gradient, adjoints) -> {
      if (adjoints.wanted(x)) {
        adjoints.add(x, graph.mul(gradient, mask));
      }
    };
  }
}
