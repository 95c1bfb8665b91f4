package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replaces tensors wherever a model holds them: initializers, attributes, subgraphs, sparse
 * tensors, functions. Messages in which nothing changes are shared, not copied.
 */
final class TensorMap {
  private TensorMap() {}

  static ModelProto apply(ModelProto model, UnaryOperator<TensorProto> change) {
    return (ModelProto) map(model, change);
  }

  private static Message map(Message message, UnaryOperator<TensorProto> change) {
    if (message instanceof TensorProto tensor) {
      return change.apply(tensor);
    }
    Message.Builder changed = null;
    for (var entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        continue;
      }
      List<?> parts = field.isRepeated() ? (List<?>) entry.getValue() : List.of(entry.getValue());
      for (int i = 0; i < parts.size(); i++) {
        Message part = (Message) parts.get(i);
        Message replacement = map(part, change);
        if (replacement != part) {
          changed = changed == null ? message.toBuilder() : changed;
          if (field.isRepeated()) {
            changed.setRepeatedField(field, i, replacement);
          } else {
            changed.setField(field, replacement);
          }
        }
      }
    }
    return changed == null ? message : changed.build();
  }
}
