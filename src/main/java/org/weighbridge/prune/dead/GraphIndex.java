package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Who uses what in a network's graph, and what its constants are. */
final class GraphIndex {
  private final Network network;
  private final Map<String, List<NodeProto>> users = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();
  private final boolean bodies;

  GraphIndex(Network network) {
    this.network = network;
    GraphProto graph = network.model().getGraph();
    graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    graph.getOutputList().forEach(output -> outputs.add(output.getName()));
    boolean nested = false;
    for (NodeProto node : graph.getNodeList()) {
      for (String input : node.getInputList()) {
        users.computeIfAbsent(input, name -> new ArrayList<>()).add(node);
      }
      nested |= node.getAttributeList().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0);
      if (isOperator(node, "Constant")) {
        attribute(node, "value").ifPresent(a -> constants.put(node.getOutput(0), a.getT()));
      }
    }
    bodies = nested;
  }

  /** Whether some node has a body, which may use any tensor of the graph by its name. */
  boolean hasBodies() {
    return bodies;
  }

  List<NodeProto> users(String tensor) {
    return users.getOrDefault(tensor, List.of());
  }

  boolean isOutput(String tensor) {
    return outputs.contains(tensor);
  }

  /** Whether exactly one input of one node uses a tensor, and nobody outside the graph. */
  boolean usedOnce(String tensor) {
    return users(tensor).size() == 1 && !isOutput(tensor);
  }

  boolean isConstant(String tensor) {
    return constants.containsKey(tensor);
  }

  /** A float32 constant as it is now. */
  Optional<Tensor> floats(String name) {
    Tensor now = network.tensors().get(new LayerId(name));
    if (now != null) {
      return Optional.of(now);
    }
    TensorProto tensor = constants.get(name);
    if (tensor == null || tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
      return Optional.empty();
    }
    var shape = Shape.of(tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray());
    var stored = network.stored().get(name);
    if (stored != null) {
      return Optional.of(Tensor.stored(shape, stored));
    }
    var values = new float[shape.size()];
    if (tensor.hasRawData()) {
      tensor
          .getRawData()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
    }
    return Optional.of(new Tensor(shape, values));
  }

  /** An int64 constant. */
  Optional<long[]> integers(String name) {
    TensorProto tensor = constants.get(name);
    if (tensor == null || tensor.getDataType() != TensorProto.DataType.INT64_VALUE) {
      return Optional.empty();
    }
    if (!tensor.hasRawData()) {
      return Optional.of(tensor.getInt64DataList().stream().mapToLong(Long::longValue).toArray());
    }
    var buffer =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    var values = new long[buffer.remaining()];
    buffer.get(values);
    return Optional.of(values);
  }

  static boolean isOperator(NodeProto node, String operator) {
    return node.getOpType().equals(operator)
        && (node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx"));
  }

  static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }

  static long integer(NodeProto node, String name, long otherwise) {
    return attribute(node, name).map(AttributeProto::getI).orElse(otherwise);
  }

  static double real(NodeProto node, String name, double otherwise) {
    return attribute(node, name).map(a -> (double) a.getF()).orElse(otherwise);
  }

  /** Whether a convolution or pooling sees values beyond the border. */
  static boolean padded(NodeProto node) {
    String auto = attribute(node, "auto_pad").map(a -> a.getS().toStringUtf8()).orElse("NOTSET");
    return auto.startsWith("SAME")
        || attribute(node, "pads")
            .map(a -> a.getIntsList().stream().anyMatch(pad -> pad != 0))
            .orElse(false);
  }
}
