package org.weighbridge.runtime.check;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of a model, which ONNX Runtime writes out wherever they are called: thirty that
 * call each other twice are a billion nodes.
 */
final class Functions {
  /** Ten times what large language models have; a session of as many opens within minutes. */
  static final long MOST_NODES = 100_000;

  private static final long UNDER_WAY = -1;

  private final Map<String, FunctionProto> functions = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  Functions(ModelProto model) {
    for (FunctionProto function : model.getFunctionsList()) {
      functions.put(key(function.getDomain(), function.getName()), function);
    }
  }

  /** Whether a node is a call. */
  boolean has(NodeProto node) {
    return functions.containsKey(key(node.getDomain(), node.getOpType()));
  }

  /** How many nodes a graph has when all is written out, bodies included; at most about 2^40. */
  long nodes(GraphProto graph) {
    return nodes(graph.getNodeList(), 0);
  }

  private long nodes(List<NodeProto> nodes, int depth) {
    if (depth > GraphCheck.DEEPEST) {
      throw new Unfit("its graphs and functions lie in each other more than 32 deep");
    }
    long sum = 0;
    for (NodeProto node : nodes) {
      long more = 1;
      FunctionProto function = functions.get(key(node.getDomain(), node.getOpType()));
      if (function != null) {
        more += size(function, depth + 1);
      }
      for (GraphProto body : GraphCheck.bodies(node)) {
        more += nodes(body.getNodeList(), depth + 1);
      }
      sum = Math.min(1L << 40, sum + more);
    }
    return sum;
  }

  private long size(FunctionProto function, int depth) {
    String key = key(function.getDomain(), function.getName());
    Long known = sizes.get(key);
    if (known != null && known == UNDER_WAY) {
      throw new Unfit("its function " + Unfit.printable(function.getName()) + " calls itself");
    }
    if (known != null) {
      return known;
    }
    sizes.put(key, UNDER_WAY);
    long size = nodes(function.getNodeList(), depth);
    sizes.put(key, size);
    return size;
  }

  private static String key(String domain, String name) {
    return domain + ":" + name;
  }
}
