package org.weighbridge.training.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gradients of tensors, summed over all the nodes that use them. */
final class Adjoints {
  private final GraphBuilder graph;
  private final Set<String> wanted;
  private final Map<String, List<String>> parts = new HashMap<>();

  /**
   * None yet.
   *
   * @param wanted the tensors that depend on what is trained; gradients of others are not computed
   */
  Adjoints(GraphBuilder graph, Set<String> wanted) {
    this.graph = graph;
    this.wanted = wanted;
  }

  boolean wanted(String tensor) {
    return wanted.contains(tensor);
  }

  /** Adds to the gradient of a tensor, if anybody wants it. */
  void add(String tensor, String gradient) {
    if (wanted(tensor)) {
      parts.computeIfAbsent(tensor, name -> new ArrayList<>()).add(gradient);
    }
  }

  /** The name of the sum; empty when nothing that is measured depends on the tensor. */
  Optional<String> of(String tensor) {
    List<String> some = parts.getOrDefault(tensor, List.of());
    return some.stream().reduce((a, b) -> graph.node("Add", List.of(a, b)));
  }
}
