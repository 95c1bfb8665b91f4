package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.fault.Printable;

/** Questions to the parts of an ONNX graph. */
final class Onnx {
  private Onnx() {}

  /** A tensor that the graph itself holds. */
  record Constant(String name, TensorProto tensor) {
    /** The name, for sentences. */
    String label() {
      return printable(name);
    }
  }

  /** A text from a file as far as it can stand in a sentence: files may be damaged. */
  static String printable(String text) {
    return Printable.of(text);
  }

  /** Whether a node is the operator of that name in ONNX's own domain. */
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

  /** The index of the attribute that holds a Constant node's tensor; empty for all other nodes. */
  static OptionalInt constantValue(NodeProto node) {
    if (isOperator(node, "Constant") && node.getOutputCount() == 1) {
      for (int i = 0; i < node.getAttributeCount(); i++) {
        if (node.getAttribute(i).getName().equals("value") && node.getAttribute(i).hasT()) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** The initializers and the tensors in Constant nodes, those of subgraphs not included. */
  static List<Constant> constants(GraphProto graph) {
    var constants = new ArrayList<Constant>();
    for (TensorProto tensor : graph.getInitializerList()) {
      constants.add(new Constant(tensor.getName(), tensor));
    }
    for (NodeProto node : graph.getNodeList()) {
      constantValue(node)
          .ifPresent(
              i -> constants.add(new Constant(node.getOutput(0), node.getAttribute(i).getT())));
    }
    return constants;
  }

  /** The bodies of a node such as If, Loop or Scan. */
  static List<GraphProto> subgraphs(NodeProto node) {
    var subgraphs = new ArrayList<GraphProto>();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        subgraphs.add(attribute.getG());
      }
      subgraphs.addAll(attribute.getGraphsList());
    }
    return subgraphs;
  }
}
