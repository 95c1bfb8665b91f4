package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;

/**
 * Finds the layers of a graph by what its nodes compute with: the float32 constants of two or more
 * dimensions that Gemm, MatMul or Conv multiply by, directly or behind Identity and Transpose.
 *
 * <p>A constant used by several nodes is one layer, described by its first use. The bodies of If,
 * Loop and Scan are not searched.
 */
final class LayerFinder {
  private final Map<String, Operand> operands = new HashMap<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /**
   * A constant as a node sees it.
   *
   * @param axes for each axis seen, the axis of the stored tensor
   */
  private record Operand(String name, TensorProto tensor, List<Integer> axes) {
    int rank() {
      return axes.size();
    }
  }

  private final Map<String, MemorySegment> stored;

  private LayerFinder(Map<String, MemorySegment> stored) {
    this.stored = stored;
  }

  /**
   * The layers in the order of their first use; every constant must have been checked.
   *
   * @param stored data of constants that the graph only names
   */
  static List<Layer> find(GraphProto graph, Map<String, MemorySegment> stored) {
    var finder = new LayerFinder(stored);
    for (Onnx.Constant constant : Onnx.constants(graph)) {
      finder.offer(constant);
    }
    graph.getNodeList().forEach(finder::visit);
    return new ArrayList<>(finder.layers.values());
  }

  private void offer(Onnx.Constant constant) {
    TensorProto tensor = constant.tensor();
    boolean empty = tensor.getDimsList().contains(0L);
    if (TensorData.isFloat32(tensor) && tensor.getDimsCount() >= 2 && !empty) {
      var axes = IntStream.range(0, tensor.getDimsCount()).boxed().toList();
      operands.put(constant.name(), new Operand(constant.name(), tensor, axes));
    }
  }

  private void visit(NodeProto node) {
    if (Onnx.isOperator(node, "Gemm")) {
      layer(node, 0, 2, Onnx.integer(node, "transA", 0) == 0 ? -2 : -1);
      layer(node, 1, 2, Onnx.integer(node, "transB", 0) == 0 ? -1 : -2);
    } else if (Onnx.isOperator(node, "MatMul")) {
      layer(node, 0, 2, -2);
      layer(node, 1, 2, -1);
    } else if (Onnx.isOperator(node, "Conv")) {
      layer(node, 1, 3, 0);
    } else if (Onnx.isOperator(node, "Identity") || Onnx.isOperator(node, "Transpose")) {
      follow(node);
    }
  }

  /** Takes a node's input as a layer if it is a constant; negative axes count from the end. */
  private void layer(NodeProto node, int input, int leastRank, int outputAxis) {
    Operand operand = input < node.getInputCount() ? operands.get(node.getInput(input)) : null;
    if (operand == null || operand.rank() < leastRank) {
      return;
    }
    int seen = outputAxis < 0 ? operand.rank() + outputAxis : outputAxis;
    layers.computeIfAbsent(
        operand.name(),
        name ->
            new Layer(
                new LayerId(name),
                node.getOpType(),
                TensorData.floats(operand.tensor(), stored.get(name)),
                operand.axes().get(seen)));
  }

  private void follow(NodeProto node) {
    Operand operand = node.getInputCount() == 1 ? operands.get(node.getInput(0)) : null;
    if (operand == null || node.getOutputCount() != 1) {
      return;
    }
    List<Integer> order = order(node, operand.rank());
    boolean permutation =
        order.stream()
            .sorted()
            .toList()
            .equals(IntStream.range(0, operand.rank()).boxed().toList());
    if (permutation) {
      var axes = order.stream().map(operand.axes()::get).toList();
      operands.put(node.getOutput(0), new Operand(operand.name(), operand.tensor(), axes));
    }
  }

  private static List<Integer> order(NodeProto node, int rank) {
    var straight = IntStream.range(0, rank).boxed().toList();
    if (Onnx.isOperator(node, "Identity")) {
      return straight;
    }
    return Onnx.attribute(node, "perm")
        .map(perm -> perm.getIntsList().stream().map(Long::intValue).toList())
        .orElse(straight.reversed());
  }
}
