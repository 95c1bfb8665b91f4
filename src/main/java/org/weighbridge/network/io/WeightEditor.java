package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.function.BiFunction;

/** Replaces constants of a model's main graph by name, in initializers and in Constant nodes. */
final class WeightEditor {
  private WeightEditor() {}

  /**
   * A model with some constants replaced, sharing everything else.
   *
   * @param change gives for a name and the tensor that has it the tensor to put there; the same
   *     object leaves the message as it is
   */
  @SuppressWarnings("ReferenceEquality") // as said above; comparing values would read all weights
  static ModelProto edit(ModelProto model, BiFunction<String, TensorProto, TensorProto> change) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto tensor = graph.getInitializer(i);
      TensorProto changed = change.apply(tensor.getName(), tensor);
      if (changed != tensor) {
        graph.setInitializer(i, changed);
      }
    }
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      int value = Onnx.constantValue(node).orElse(-1);
      if (value >= 0) {
        AttributeProto attribute = node.getAttribute(value);
        TensorProto changed = change.apply(node.getOutput(0), attribute.getT());
        if (changed != attribute.getT()) {
          graph.setNode(
              i, node.toBuilder().setAttribute(value, attribute.toBuilder().setT(changed)));
        }
      }
    }
    return model.toBuilder().setGraph(graph).build();
  }
}
