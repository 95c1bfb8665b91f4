package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;

/** Makes attributes of nodes. */
final class Attributes {
  private Attributes() {}

  static AttributeProto integer(String name, long value) {
    return named(name, AttributeType.INT).setI(value).build();
  }

  static AttributeProto integers(String name, long... values) {
    var attribute = named(name, AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto real(String name, float value) {
    return named(name, AttributeType.FLOAT).setF(value).build();
  }

  private static AttributeProto.Builder named(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
