package org.weighbridge.runtime.check;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The values of small constants: shapes, repeats, paddings, scales. */
final class Numbers {
  /** No operand that says a shape has more. */
  private static final int MOST = 64;

  private Numbers() {}

  /** None of large tensors and of types that say no shapes. */
  static double[] of(TensorProto tensor) {
    int type = tensor.getDataType();
    if (tensor.getRawData().size() > MOST * Long.BYTES) {
      return new double[0];
    }
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    boolean inRaw = tensor.hasRawData();
    return switch (type) {
      case TensorProto.DataType.INT64_VALUE ->
          inRaw
              ? longs(raw)
              : tensor.getInt64DataList().stream().limit(MOST).mapToDouble(v -> v).toArray();
      case TensorProto.DataType.INT32_VALUE ->
          inRaw
              ? ints(raw)
              : tensor.getInt32DataList().stream().limit(MOST).mapToDouble(v -> v).toArray();
      case TensorProto.DataType.FLOAT_VALUE ->
          inRaw
              ? floats(raw)
              : tensor.getFloatDataList().stream().limit(MOST).mapToDouble(v -> v).toArray();
      default -> new double[0];
    };
  }

  private static double[] longs(ByteBuffer raw) {
    var values = new double[raw.remaining() / Long.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = raw.getLong();
    }
    return values;
  }

  private static double[] ints(ByteBuffer raw) {
    var values = new double[raw.remaining() / Integer.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = raw.getInt();
    }
    return values;
  }

  private static double[] floats(ByteBuffer raw) {
    var values = new double[raw.remaining() / Float.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = raw.getFloat();
    }
    return values;
  }
}
