package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.weighbridge.tensor.Shape;

/** Reads the constants of a graph. Raw data is little-endian on every machine. */
final class Constants {
  private Constants() {}

  static boolean isFloat32(TensorProto tensor) {
    return tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE;
  }

  static Shape shape(TensorProto tensor) {
    return Shape.of(tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray());
  }

  static long[] dims(TensorProto tensor) {
    return tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
  }

  static float[] floats(TensorProto tensor) {
    var values = new float[shape(tensor).size()];
    if (tensor.hasRawData()) {
      raw(tensor).asFloatBuffer().get(values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
    }
    return values;
  }

  /** The values of an int64 tensor; empty for other types. */
  static Optional<long[]> integers(TensorProto tensor) {
    if (tensor.getDataType() != TensorProto.DataType.INT64_VALUE) {
      return Optional.empty();
    }
    var values = new long[shape(tensor).size()];
    if (tensor.hasRawData()) {
      raw(tensor).asLongBuffer().get(values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getInt64Data(i);
      }
    }
    return Optional.of(values);
  }

  private static ByteBuffer raw(TensorProto tensor) {
    return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
