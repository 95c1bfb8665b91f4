package org.weighbridge.network.io;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Block;
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

  /**
   * The values of a float32 tensor that passed {@link TensorCheck#check}.
   *
   * @param stored its data when that is outside the heap, where it stays
   */
  static Tensor floats(TensorProto tensor, @Nullable MemorySegment stored) {
    Shape shape = shape(tensor);
    if (stored != null) {
      return Tensor.stored(shape, stored);
    }
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

  /** Whether a float32 tensor that has its data itself holds exactly these bits. */
  static boolean holds(TensorProto tensor, Tensor weights) {
    int held = tensor.hasRawData() ? raw(tensor).remaining() : tensor.getFloatDataCount();
    return held == weights.size() && sameBits(tensor, weights);
  }

  private static boolean sameBits(TensorProto tensor, Tensor weights) {
    FloatBuffer raw = raw(tensor);
    for (int from = 0; from < weights.size(); from += Tensor.BLOCK) {
      Block block = weights.block(from, Math.min(Tensor.BLOCK, weights.size() - from));
      for (int i = block.begin(), at = from; i < block.end(); i++, at++) {
        float held = tensor.hasRawData() ? raw.get(at) : tensor.getFloatData(at);
        if (bits(held) != bits(block.values()[i])) {
          return false;
        }
      }
    }
    return true;
  }

  /** The tensor without its data: name, type, dimensions and whatever else it carries. */
  static TensorProto withoutData(TensorProto tensor) {
    return tensor.toBuilder()
        .clearRawData()
        .clearFloatData()
        .clearExternalData()
        .clearDataLocation()
        .build();
  }

  /** The tensor with its data in it, as raw data. */
  static TensorProto withData(TensorProto tensor, MemorySegment stored) {
    byte[] bytes = stored.toArray(ValueLayout.JAVA_BYTE);
    return withoutData(tensor).toBuilder()
        .setRawData(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }

  /**
   * The tensor with other values of the same number, as raw data.
   *
   * @throws Fault when they need more than 2 GB, which is more than protobuf can hold
   */
  static TensorProto withFloats(TensorProto tensor, Tensor weights) {
    if (weights.size() > Integer.MAX_VALUE / Float.BYTES) {
      throw new Fault(
          ("Cannot write tensor %s: %s values are more than the 2 GB that an ONNX file can hold;"
                  + " keep it as an encoded model.")
              .formatted(tensor.getName(), weights.shape()));
    }
    return withoutData(tensor).toBuilder()
        .setRawData(UnsafeByteOperations.unsafeWrap(bytes(weights)))
        .build();
  }

  /** The values as raw data. */
  static byte[] bytes(Tensor weights) {
    return bytes(weights, 0, weights.size());
  }

  /** Some of the values as raw data. */
  static byte[] bytes(Tensor weights, int begin, int count) {
    var bytes = new byte[count * Float.BYTES];
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int end = begin + count;
    for (int from = begin; from < end; from += Tensor.BLOCK) {
      Block block = weights.block(from, Math.min(Tensor.BLOCK, end - from));
      floats.put(block.values(), block.begin(), block.end() - block.begin());
    }
    return bytes;
  }

  private static FloatBuffer raw(TensorProto tensor) {
    return tensor
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value);
  }
}
