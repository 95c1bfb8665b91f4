package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts the trained parameters of a graph: the float32 constants that nodes use, in the bodies of
 * If, Loop and Scan too. Running means and variances of BatchNormalization are measured, not
 * trained, and do not count.
 */
final class ParameterCount {
  private final Set<String> used = new HashSet<>();
  private final Source source;
  private long count;

  private ParameterCount(Source source) {
    this.source = source;
  }

  static long of(GraphProto graph, Source source) {
    var counter = new ParameterCount(source);
    counter.uses(graph);
    counter.add(graph);
    return counter.count;
  }

  private void uses(GraphProto graph) {
    for (NodeProto node : graph.getNodeList()) {
      boolean normalization = Onnx.isOperator(node, "BatchNormalization");
      for (int i = 0; i < node.getInputCount(); i++) {
        if (!normalization || i < 3) {
          used.add(node.getInput(i));
        }
      }
      Onnx.subgraphs(node).forEach(this::uses);
    }
  }

  private void add(GraphProto graph) {
    for (Onnx.Constant constant : Onnx.constants(graph)) {
      if (TensorData.isFloat32(constant.tensor()) && used.contains(constant.name())) {
        count += TensorCheck.elements(constant, source);
      }
    }
    for (NodeProto node : graph.getNodeList()) {
      Onnx.subgraphs(node).forEach(this::add);
    }
  }
}
