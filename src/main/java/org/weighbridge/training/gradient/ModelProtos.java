package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;

/** Models around graphs. */
final class ModelProtos {
  /** Since then constants need not be listed among the inputs. */
  private static final int IR_VERSION = 4;

  private ModelProtos() {}

  /** A model with another graph. */
  static ModelProto with(ModelProto model, GraphProto graph) {
    return model.toBuilder()
        .setIrVersion(Math.max(IR_VERSION, model.getIrVersion()))
        .setGraph(graph)
        .build();
  }
}
