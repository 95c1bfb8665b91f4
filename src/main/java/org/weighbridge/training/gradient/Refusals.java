package org.weighbridge.training.gradient;

import org.weighbridge.fault.Fault;

/** Sentences about what cannot be differentiated. */
final class Refusals {
  private Refusals() {}

  /** Of a network that has no gradients, for a reason that goes on from its name. */
  static Fault of(String network, String reason) {
    return new Fault(
        "%s cannot be retrained: %s; it can still be pruned without retraining."
            .formatted(network, reason));
  }

  static Fault of(GraphBuilder graph, GraphNode node, String what) {
    return of(graph.network(), sentence(node, what));
  }

  /** Names operator and node. */
  static String sentence(GraphNode node, String what) {
    return "%s at node %s (operator %s) has no gradient here"
        .formatted(what, node.label(), node.operator());
  }
}
