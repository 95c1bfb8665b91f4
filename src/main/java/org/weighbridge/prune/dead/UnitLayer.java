package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;
import org.weighbridge.network.Layer;

/**
 * A layer as its neurons or filters see it.
 *
 * @param node that multiplies by the weights
 * @param bias the constant that is added, if there is one that may change
 * @param output the tensor with the bias added
 * @param groups of a convolution; 1 for all others
 */
record UnitLayer(Layer layer, NodeProto node, Optional<String> bias, String output, int groups) {
  /** The layer in this form; empty when it is used in a way that is not understood. */
  static Optional<UnitLayer> of(Layer layer, GraphIndex graph, Edits values) {
    if (!values.editable(layer.name())) {
      return Optional.empty();
    }
    NodeProto node = graph.users(layer.name()).getFirst();
    boolean right = node.getInput(1).equals(layer.name());
    if (right && GraphIndex.isOperator(node, "Conv")) {
      return added(layer, node, 2, (int) GraphIndex.integer(node, "group", 1), values);
    }
    if (!right || layer.shape().rank() != 2) {
      return Optional.empty();
    }
    if (GraphIndex.isOperator(node, "Gemm")) {
      boolean plain =
          GraphIndex.real(node, "alpha", 1) == 1
              && GraphIndex.real(node, "beta", 1) == 1
              && GraphIndex.integer(node, "transA", 0) == 0;
      return plain ? added(layer, node, 2, 1, values) : Optional.empty();
    }
    return GraphIndex.isOperator(node, "MatMul")
        ? Optional.of(matMul(layer, node, graph, values))
        : Optional.empty();
  }

  /** With the bias that the node itself adds; one that cannot change is not understood. */
  private static Optional<UnitLayer> added(
      Layer layer, NodeProto node, int at, int groups, Edits values) {
    String output = node.getOutput(0);
    if (node.getInputCount() <= at || node.getInput(at).isEmpty()) {
      return Optional.of(new UnitLayer(layer, node, Optional.empty(), output, groups));
    }
    String bias = node.getInput(at);
    int units = layer.shape().dim(layer.outputAxis());
    return values.editable(bias) && values.has(bias, units)
        ? Optional.of(new UnitLayer(layer, node, Optional.of(bias), output, groups))
        : Optional.empty();
  }

  /** With the bias of the Add behind it. */
  private static UnitLayer matMul(Layer layer, NodeProto node, GraphIndex graph, Edits values) {
    String product = node.getOutput(0);
    List<NodeProto> users = graph.users(product);
    if (graph.usedOnce(product) && GraphIndex.isOperator(users.getFirst(), "Add")) {
      NodeProto add = users.getFirst();
      String other = add.getInput(add.getInput(0).equals(product) ? 1 : 0);
      int units = layer.shape().dim(layer.outputAxis());
      boolean last =
          graph
              .floats(other)
              .map(t -> t.shape().rank() > 0 && t.shape().dim(t.shape().rank() - 1) == units)
              .orElse(false);
      if (last && values.editable(other) && values.has(other, units)) {
        return new UnitLayer(layer, node, Optional.of(other), add.getOutput(0), 1);
      }
    }
    return new UnitLayer(layer, node, Optional.empty(), product, 1);
  }

  String weights() {
    return layer.name();
  }

  boolean convolution() {
    return !layer.fullyConnected();
  }

  int units() {
    return layer.shape().dim(layer.outputAxis());
  }

  /** Input channels of a convolution, inputs of others. */
  int inputs() {
    return convolution() ? layer.shape().dim(1) * groups : layer.weights().size() / units();
  }

  /** Whether the constant of an input is wrong at the borders. */
  boolean padded() {
    return convolution() && GraphIndex.padded(node);
  }

  /** Is shown a weight's place, the unit it belongs to and the input it multiplies. */
  @FunctionalInterface
  interface Visitor {
    void visit(int position, int unit, int input);
  }

  /** Shows all weights in the order of memory. */
  void visit(Visitor visitor) {
    if (convolution()) {
      visitFilters(visitor);
      return;
    }
    int columns = layer.shape().dim(1);
    boolean unitsAreRows = layer.outputAxis() == 0;
    for (int row = 0, at = 0; row < layer.shape().dim(0); row++) {
      for (int column = 0; column < columns; column++, at++) {
        visitor.visit(at, unitsAreRows ? row : column, unitsAreRows ? column : row);
      }
    }
  }

  private void visitFilters(Visitor visitor) {
    int perGroup = layer.shape().dim(1);
    int kernel = layer.shape().columns() / perGroup;
    int filters = units() / groups;
    for (int unit = 0, at = 0; unit < units(); unit++) {
      for (int channel = 0; channel < perGroup; channel++) {
        int input = unit / filters * perGroup + channel;
        for (int k = 0; k < kernel; k++, at++) {
          visitor.visit(at, unit, input);
        }
      }
    }
  }

  /** Which units have a weight that is not zero. */
  boolean[] fed(Edits values) {
    float[] now = values.get(weights());
    var fed = new boolean[units()];
    visit((at, unit, input) -> fed[unit] |= now[at] != 0);
    return fed;
  }

  /** Which inputs have a weight that is not zero. */
  boolean[] heard(Edits values) {
    float[] now = values.get(weights());
    var heard = new boolean[inputs()];
    visit((at, unit, input) -> heard[input] |= now[at] != 0);
    return heard;
  }
}
