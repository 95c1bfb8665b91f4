package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;

/**
 * The way of a layer's outputs to a layer behind it.
 *
 * @param to the layer behind
 * @param nodes what every channel passes, in order
 * @param normalizations the nodes among what is passed that have parameters per channel
 * @param reshapes the nodes whose constant says how many values there are
 */
record Way(
    UnitLayer to, List<Constancy> nodes, List<NodeProto> normalizations, List<NodeProto> reshapes) {
  Way {
    nodes = List.copyOf(nodes);
    normalizations = List.copyOf(normalizations);
    reshapes = List.copyOf(reshapes);
  }

  /** How many inputs of the layer behind are one channel of this one, next to each other. */
  int spread(UnitLayer from) {
    return to.inputs() / from.units();
  }

  /** What the layer behind gets of a constant channel, NaN when it is not the same everywhere. */
  double arrives(int channel, double value) {
    double now = value;
    for (Constancy node : nodes) {
      now = node.of(channel, now);
    }
    return now;
  }

  /** Whether a constant can be folded onto the biases of the layer behind. */
  boolean takes(double constant) {
    return constant == 0 || (Double.isFinite(constant) && to.bias().isPresent() && !to.padded());
  }
}
