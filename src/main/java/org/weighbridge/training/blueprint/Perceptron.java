package org.weighbridge.training.blueprint;

import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;

/**
 * A fully connected network of any size, as wide as VGG-16's end in proportion: h rectified linear
 * units on 6 h inputs, h more, and the classes. For measuring what large models cost.
 */
public final class Perceptron {
  private static final int INPUTS_PER_UNIT = 6;
  private static final int CLASSES = 1000;

  private Perceptron() {}

  /**
   * A network with random weights.
   *
   * @param parameters about how many, at least 2,000
   */
  public static Network of(long parameters, long seed) {
    // (6 h) h + h h + 1000 h = parameters
    double squares = INPUTS_PER_UNIT + 1;
    double root = Math.sqrt((double) CLASSES * CLASSES + 4 * squares * parameters);
    int units = Math.max(1, (int) ((root - CLASSES) / (2 * squares)));
    int inputs = INPUTS_PER_UNIT * units;
    var graph = new Graph(seed, Shape.of(inputs));
    String first = graph.relu(graph.gemm("fc6", "input", inputs, units, true));
    String second = graph.relu(graph.gemm("fc7", first, units, units, true));
    return graph.finish(graph.gemm("fc8", second, units, CLASSES, false), CLASSES, "perceptron");
  }
}
