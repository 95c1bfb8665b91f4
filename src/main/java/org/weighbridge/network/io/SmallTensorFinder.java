package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.SmallTensor;

/**
 * Finds the float32 constants beside the layers' weights that an error within a bound cannot turn
 * into something else: those that every node that uses them adds to its result or scales channels
 * with.
 *
 * <p>That is C of Gemm, B of Conv, scale and bias of the normalizations, the mean of
 * BatchNormalization, and either side of Add, unless it is a single number (an epsilon) or the
 * other side is a constant, too. Nothing else qualifies: not a variance, whose inverse counts; not
 * limits, paddings, exponents, scales of Resize. Nor does a constant that is an output of the graph
 * or that a node with a body (If, Loop, Scan) is in the graph with, because bodies see it by its
 * name.
 */
final class SmallTensorFinder {
  /** The inputs of an operator that hold such constants. */
  private static final Map<String, Set<Integer>> PLACES =
      Map.of(
          "Gemm", Set.of(2),
          "Conv", Set.of(2),
          "BatchNormalization", Set.of(1, 2, 3),
          "InstanceNormalization", Set.of(1, 2),
          "LayerNormalization", Set.of(1, 2),
          "GroupNormalization", Set.of(1, 2));

  private final Map<String, TensorProto> constants = new LinkedHashMap<>();
  private final Map<String, SmallTensor> found = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();

  private SmallTensorFinder() {}

  /** The small tensors in the order of their first use; every constant must have been checked. */
  static List<SmallTensor> find(GraphProto graph, List<Layer> layers) {
    var finder = new SmallTensorFinder();
    for (Onnx.Constant constant : Onnx.constants(graph)) {
      finder.constants.put(constant.name(), constant.tensor());
    }
    layers.forEach(layer -> finder.refused.add(layer.name()));
    finder.constants.values().stream()
        .filter(ExternalData::isExternal) // nothing small has its data outside the heap
        .forEach(tensor -> finder.refused.add(tensor.getName()));
    graph.getOutputList().forEach(output -> finder.refused.add(output.getName()));
    graph.getNodeList().forEach(finder::visit);
    return finder.found.values().stream()
        .filter(tensor -> !finder.refused.contains(tensor.id().name()))
        .toList();
  }

  private void visit(NodeProto node) {
    for (int i = 0; i < node.getInputCount(); i++) {
      String name = node.getInput(i);
      TensorProto tensor = constants.get(name);
      if (tensor == null) {
        continue;
      }
      if (!refused.contains(name)
          && TensorData.isFloat32(tensor)
          && !empty(tensor)
          && qualifies(node, i, tensor)) {
        found.computeIfAbsent(name, key -> small(key, node, tensor));
      } else {
        refused.add(name);
      }
    }
    if (!Onnx.subgraphs(node).isEmpty()) {
      refused.addAll(constants.keySet());
    }
  }

  private boolean qualifies(NodeProto node, int input, TensorProto tensor) {
    if (Onnx.isOperator(node, "Add")) {
      boolean number = tensor.getDimsList().stream().allMatch(dim -> dim == 1);
      return !number
          && node.getInputCount() == 2
          && !constants.containsKey(node.getInput(1 - input));
    }
    return Onnx.isOperator(node, node.getOpType())
        && PLACES.getOrDefault(node.getOpType(), Set.of()).contains(input);
  }

  private static boolean empty(TensorProto tensor) {
    return tensor.getDimsList().contains(0L);
  }

  private static SmallTensor small(String name, NodeProto node, TensorProto tensor) {
    return new SmallTensor(new LayerId(name), node.getOpType(), TensorData.floats(tensor, null));
  }
}
