package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.Optional;

/** Questions to a node of a graph. */
record GraphNode(NodeProto proto) {
  String operator() {
    return proto.getOpType();
  }

  /** Whether the operator is one of ONNX's own. */
  boolean standard() {
    return proto.getDomain().isEmpty() || proto.getDomain().equals("ai.onnx");
  }

  boolean is(String operator) {
    return standard() && operator().equals(operator);
  }

  /** For sentences: its name, or what it computes. */
  String label() {
    return proto.getName().isEmpty() ? output() : proto.getName();
  }

  /** Whether an optional input is given. */
  boolean has(int input) {
    return input < proto.getInputCount() && !proto.getInput(input).isEmpty();
  }

  String input(int input) {
    return proto.getInput(input);
  }

  String output() {
    return proto.getOutput(0);
  }

  boolean hasAttribute(String name) {
    return attribute(name).isPresent();
  }

  long integer(String name, long otherwise) {
    return attribute(name).map(AttributeProto::getI).orElse(otherwise);
  }

  float real(String name, double otherwise) {
    return attribute(name).map(AttributeProto::getF).orElse((float) otherwise);
  }

  String text(String name, String otherwise) {
    return attribute(name).map(a -> a.getS().toStringUtf8()).orElse(otherwise);
  }

  /** A list of integers; so many times the same where the node gives none. */
  long[] integers(String name, int count, long otherwise) {
    return attribute(name)
        .map(GraphNode::toArray)
        .orElseGet(
            () -> {
              long[] same = new long[count];
              Arrays.fill(same, otherwise);
              return same;
            });
  }

  private static long[] toArray(AttributeProto attribute) {
    return attribute.getIntsList().stream().mapToLong(Long::longValue).toArray();
  }

  private Optional<AttributeProto> attribute(String name) {
    return proto.getAttributeList().stream().filter(a -> a.getName().equals(name)).findFirst();
  }
}
