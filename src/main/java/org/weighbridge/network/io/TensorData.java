package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * The values of a float32 ONNX tensor, taken out and put back.
 *
 * <p>Raw data is little-endian on every machine (onnx.proto, TensorProto.raw_data). All ways of a
 * float through here keep its bits, NaN payloads included.
 */
final class TensorData {
  private TensorData() {}

  static boolean isFloat32(TensorProto tensor) {
    return tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE;
  }

  static Shape shape(TensorProto tensor) {
    return Shape.of(tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray());
  }

  /** The values of a float32 tensor that passed {@link TensorCheck#check}. */
  static Tensor floats(TensorProto tensor) {
    Shape shape = shape(tensor);
    var values = new float[shape.size()];
    if (tensor.hasRawData()) {
      raw(tensor).get(values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
    }
    return new Tensor(shape, values);
  }

  /** Whether a float32 tensor holds exactly these bits. */
  static boolean holds(TensorProto tensor, Tensor weights) {
    float[] values = weights.values();
    if (tensor.hasRawData()) {
      return sameBits(raw(tensor), values);
    }
    if (tensor.getFloatDataCount() != values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (bits(tensor.getFloatData(i)) != bits(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** The tensor without its data: name, type, dimensions and whatever else it carries. */
  static TensorProto withoutData(TensorProto tensor) {
    return tensor.toBuilder().clearRawData().clearFloatData().build();
  }

  /**
   * The tensor with other values of the same number, as raw data.
   *
   * @throws Fault when they need more than 2 GB, which is more than protobuf can hold
   */
  static TensorProto withFloats(TensorProto tensor, Tensor weights) {
    float[] values = weights.values();
    if (values.length > Integer.MAX_VALUE / Float.BYTES) {
      throw new Fault(
          ("Cannot write tensor %s: %s values are more than the 2 GB that an ONNX file can hold;"
                  + " keep it as an encoded model.")
              .formatted(tensor.getName(), weights.shape()));
    }
    var bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return tensor.toBuilder()
        .clearFloatData()
        .setRawData(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }

  private static FloatBuffer raw(TensorProto tensor) {
    return tensor
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  private static boolean sameBits(FloatBuffer held, float[] values) {
    if (held.remaining() != values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (bits(held.get(i)) != bits(values[i])) {
        return false;
      }
    }
    return true;
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value);
  }
}
