package org.weighbridge.runtime;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.weighbridge.fault.Fault;

/**
 * A constant of a graph whose data is outside the heap already. ONNX Runtime reads it where it is,
 * or a copy where that is at an odd address.
 */
public final class NativeConstant implements NativeMemory {
  private static final int ALIGNMENT = 4;

  private final OnnxTensor tensor;

  /**
   * A constant.
   *
   * @param like its type and dimensions
   * @param data little-endian
   */
  public NativeConstant(TensorProto like, MemorySegment data) {
    long[] dims = like.getDimsList().stream().mapToLong(Long::longValue).toArray();
    var bytes = aligned(data).asByteBuffer().order(ByteOrder.nativeOrder());
    try {
      tensor =
          OnnxTensor.createTensor(OnnxRuntime.environment(), bytes, dims, type(like.getDataType()));
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot hold a tensor: " + OnnxRuntime.reason(e) + ".", e);
    }
  }

  private static MemorySegment aligned(MemorySegment data) {
    return data.address() % ALIGNMENT == 0
        ? data
        : Arena.ofAuto().allocate(data.byteSize(), ALIGNMENT).copyFrom(data);
  }

  private static OnnxJavaType type(int type) {
    return switch (type) {
      case TensorProto.DataType.FLOAT_VALUE -> OnnxJavaType.FLOAT;
      case TensorProto.DataType.FLOAT16_VALUE -> OnnxJavaType.FLOAT16;
      case TensorProto.DataType.BFLOAT16_VALUE -> OnnxJavaType.BFLOAT16;
      case TensorProto.DataType.INT8_VALUE -> OnnxJavaType.INT8;
      case TensorProto.DataType.UINT8_VALUE -> OnnxJavaType.UINT8;
      default -> throw new IllegalArgumentException("a constant of type " + type);
    };
  }

  @Override
  public OnnxTensor tensor() {
    return tensor;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
