package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.inference.sparse.SparseWeights;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * A fully connected layer whose operator can be computed outside ONNX Runtime: {@code activations ×
 * weights + bias}.
 *
 * @param layer the layer
 * @param activations the tensor at its input
 * @param product the tensor at its operator's output
 * @param bias what the operator adds, if anything
 */
record SparseLayer(Layer layer, String activations, String product, Optional<LayerId> bias) {
  /** Looks at the one operator that uses a layer's weights; empty for anything unusual. */
  static Optional<SparseLayer> of(Layer layer, Network network, GraphProto graph) {
    List<NodeProto> users =
        graph.getNodeList().stream()
            .filter(node -> GraphSlice.uses(node).anyMatch(layer.name()::equals))
            .toList();
    if (users.size() != 1 || layer.shape().rank() != 2) {
      return Optional.empty();
    }
    NodeProto node = users.getFirst();
    boolean usual =
        node.getDomain().isEmpty()
            && node.getInputCount() >= 2
            && node.getInput(1).equals(layer.name())
            && !node.getInput(0).equals(layer.name());
    if (!usual) {
      return Optional.empty();
    }
    return switch (node.getOpType()) {
      case "MatMul" -> Optional.of(layer(layer, node, Optional.empty()));
      case "Gemm" -> gemm(layer, node, network);
      default -> Optional.empty();
    };
  }

  private static SparseLayer layer(Layer layer, NodeProto node, Optional<LayerId> bias) {
    return new SparseLayer(layer, node.getInput(0), node.getOutput(0), bias);
  }

  private static Optional<SparseLayer> gemm(Layer layer, NodeProto node, Network network) {
    boolean plain =
        integer(node, "transA", 0) == 0 && real(node, "alpha") == 1 && real(node, "beta") == 1;
    if (!plain) {
      return Optional.empty();
    }
    if (node.getInputCount() < 3 || node.getInput(2).isEmpty()) {
      return Optional.of(layer(layer, node, Optional.empty()));
    }
    var bias = new LayerId(node.getInput(2));
    Tensor added = network.tensors().get(bias);
    int outputs = layer.shape().dim(layer.outputAxis());
    boolean perOutput =
        added != null
            && added.shape().size() == outputs
            && added.shape().dim(added.shape().rank() - 1) == outputs;
    return perOutput ? Optional.of(layer(layer, node, Optional.of(bias))) : Optional.empty();
  }

  private static long integer(NodeProto node, String name, long otherwise) {
    return attribute(node, name).map(AttributeProto::getI).orElse(otherwise);
  }

  private static float real(NodeProto node, String name) {
    return attribute(node, name).map(AttributeProto::getF).orElse(1f);
  }

  private static Optional<AttributeProto> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
  }

  int inputs() {
    return layer.shape().dim(1 - layer.outputAxis());
  }

  int outputs() {
    return layer.shape().dim(layer.outputAxis());
  }

  /** The weights that a variant has, without zeros. */
  SparseWeights weights(Tensor values) {
    return SparseWeights.of(values, layer.outputAxis());
  }

  /** What is added to each sample: zeros without a bias. */
  float[] biases(Variant variant, Map<LayerId, Tensor> originals) {
    return bias.map(id -> variant.replaced().getOrDefault(id, originals.get(id)))
        .map(Tensor::values)
        .orElseGet(() -> new float[outputs()]);
  }
}
