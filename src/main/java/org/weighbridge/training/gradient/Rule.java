package org.weighbridge.training.gradient;

/** How an operator is differentiated. */
interface Rule {
  /** Writes the node into the training graph and tells how gradients go back through it. */
  Pullback record(GraphNode node, GraphBuilder graph);

  /** Gradients of a node's inputs from that of its (first) output. */
  @FunctionalInterface
  interface Pullback {
    /**
     * Writes the nodes that compute them.
     *
     * @param gradient the name of the output's gradient, of the output's shape
     * @param adjoints takes the inputs' gradients, each of its input's shape
     */
    void pull(String gradient, Adjoints adjoints);
  }
}
