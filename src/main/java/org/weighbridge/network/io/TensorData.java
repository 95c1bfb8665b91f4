package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * The data of an ONNX tensor: checked against its dimensions, taken out as floats and put back.
 *
 * <p>Raw data is little-endian on every machine (onnx.proto, TensorProto.raw_data). All ways of a
 * float through here keep its bits, NaN payloads included.
 */
final class TensorData {
  private TensorData() {}

  static boolean isFloat32(TensorProto tensor) {
    return tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE;
  }

  /**
   * The number of elements that the dimensions promise.
   *
   * @throws Fault when a dimension is negative or the tensor has more than 2^31 elements
   */
  static long elements(TensorProto tensor, Source source) {
    long elements = 1;
    boolean empty = false;
    for (long dim : tensor.getDimsList()) {
      if (dim < 0) {
        throw source.refused(
            "tensor "
                + tensor.getName()
                + " has the dimension "
                + dim
                + "; export the model again");
      }
      empty |= dim == 0;
      if (dim > Integer.MAX_VALUE || elements * Math.max(dim, 1) > Integer.MAX_VALUE - 8) {
        throw source.refused(
            "tensor "
                + tensor.getName()
                + " has more than 2^31 elements, "
                + tensor.getDimsList()
                + "; split the layer or use a smaller model");
      }
      elements *= Math.max(dim, 1);
    }
    return empty ? 0 : elements;
  }

  /**
   * Checks that a tensor holds as much data as its dimensions promise.
   *
   * @throws Fault when it does not
   */
  static void check(TensorProto tensor, Source source) {
    long elements = elements(tensor, source);
    long expected;
    long found;
    if (tensor.hasRawData()) {
      int bits = ElementType.bits(tensor.getDataType());
      if (bits == 0) {
        return;
      }
      expected = ElementType.bytes(elements, bits);
      found = tensor.getRawData().size();
    } else {
      expected = elements;
      found =
          switch (tensor.getDataType()) {
            case TensorProto.DataType.FLOAT_VALUE -> tensor.getFloatDataCount();
            case TensorProto.DataType.DOUBLE_VALUE -> tensor.getDoubleDataCount();
            case TensorProto.DataType.INT64_VALUE -> tensor.getInt64DataCount();
            default -> elements; // carried along unread
          };
    }
    if (found != expected) {
      throw source.refused(
          "tensor "
              + tensor.getName()
              + " of "
              + tensor.getDimsList()
              + " elements needs "
              + expected
              + (tensor.hasRawData() ? " bytes" : " values")
              + " and holds "
              + found
              + "; the file is damaged or incomplete, get or export it again");
    }
  }

  static Shape shape(TensorProto tensor) {
    return Shape.of(tensor.getDimsList().stream().mapToInt(Math::toIntExact).toArray());
  }

  /** The values of a float32 tensor that passed {@link #check}. */
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
    FloatBuffer raw = tensor.hasRawData() ? raw(tensor) : null;
    if (values.length != (raw == null ? tensor.getFloatDataCount() : raw.remaining())) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      float held = raw == null ? tensor.getFloatData(i) : raw.get(i);
      if (Float.floatToRawIntBits(held) != Float.floatToRawIntBits(values[i])) {
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
          "Cannot write tensor "
              + tensor.getName()
              + ": "
              + weights.shape()
              + " values are more than the 2 GB that an ONNX file can hold; leave this layer out.");
    }
    var bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return withoutData(tensor).toBuilder()
        .setRawData(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }

  private static FloatBuffer raw(TensorProto tensor) {
    ByteString raw = tensor.getRawData();
    return raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
