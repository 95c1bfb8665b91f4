package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.weighbridge.tensor.Tensor;

/** Knows the nodes that leave channels channels. */
final class Constancies {
  private Constancies() {}

  /** What a node of one input does to every single value, if it is such a node. */
  static Optional<Constancy> pointwise(NodeProto node, GraphIndex graph) {
    if (!GraphIndex.isOperator(node, node.getOpType())) {
      return Optional.empty();
    }
    return switch (node.getOpType()) {
      case "Relu" -> each(x -> Math.max(0, x));
      case "LeakyRelu" -> {
        double alpha = GraphIndex.real(node, "alpha", 0.01);
        yield each(x -> x < 0 ? alpha * x : x);
      }
      case "Elu" -> {
        double alpha = GraphIndex.real(node, "alpha", 1);
        yield each(x -> x < 0 ? alpha * Math.expm1(x) : x);
      }
      case "Sigmoid" -> each(x -> 1 / (1 + Math.exp(-x)));
      case "Tanh" -> each(Math::tanh);
      case "Softplus" -> each(x -> Math.log1p(Math.exp(x)));
      case "Identity" -> each(x -> x);
      // the third input may switch it on
      case "Dropout" -> node.getInputCount() < 3 ? each(x -> x) : Optional.empty();
      case "Clip" -> clip(node, graph);
      default -> Optional.empty();
    };
  }

  private static Optional<Constancy> each(DoubleUnaryOperator function) {
    return Optional.of((channel, value) -> function.applyAsDouble(value));
  }

  private static Optional<Constancy> clip(NodeProto node, GraphIndex graph) {
    double least = GraphIndex.real(node, "min", Double.NEGATIVE_INFINITY);
    double most = GraphIndex.real(node, "max", Double.POSITIVE_INFINITY);
    for (int i = 1; i < node.getInputCount(); i++) {
      if (node.getInput(i).isEmpty()) {
        continue;
      }
      Optional<Tensor> limit = graph.floats(node.getInput(i)).filter(t -> t.size() == 1);
      if (limit.isEmpty()) {
        return Optional.empty();
      }
      double value = limit.get().values()[0];
      least = i == 1 ? value : least;
      most = i == 2 ? value : most;
    }
    double low = least;
    double high = most;
    return each(x -> Math.min(high, Math.max(low, x)));
  }

  /** What a pooling over places does to a channel, if the node is one. */
  static Optional<Constancy> pooling(NodeProto node) {
    if (!GraphIndex.isOperator(node, node.getOpType())) {
      return Optional.empty();
    }
    return switch (node.getOpType()) {
      case "MaxPool", "GlobalMaxPool", "GlobalAveragePool" -> each(x -> x);
      case "AveragePool" -> {
        boolean border =
            GraphIndex.integer(node, "count_include_pad", 0) != 0
                && (GraphIndex.padded(node) || GraphIndex.integer(node, "ceil_mode", 0) != 0);
        yield each(x -> border && x != 0 ? Double.NaN : x);
      }
      default -> Optional.empty();
    };
  }

  /** What a normalization by running statistics does to its channels, if the node is one. */
  static Optional<Constancy> normalization(NodeProto node, Edits values, int channels) {
    boolean usual =
        GraphIndex.isOperator(node, "BatchNormalization")
            && node.getInputCount() == 5
            && GraphIndex.integer(node, "training_mode", 0) == 0;
    for (int i = 1; i < 5 && usual; i++) {
      usual = values.has(node.getInput(i), channels);
    }
    if (!usual) {
      return Optional.empty();
    }
    double epsilon = GraphIndex.real(node, "epsilon", 1e-5);
    return Optional.of(
        (channel, value) -> {
          double scale = values.get(node.getInput(1))[channel];
          double offset = values.get(node.getInput(2))[channel];
          double mean = values.get(node.getInput(3))[channel];
          double variance = values.get(node.getInput(4))[channel];
          return (value - mean) / Math.sqrt(variance + epsilon) * scale + offset;
        });
  }
}
