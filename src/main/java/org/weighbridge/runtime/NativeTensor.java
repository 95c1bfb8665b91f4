package org.weighbridge.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Float32 values outside the heap that ONNX Runtime reads in place: the tensor is only a view of
 * the memory and is closed before it.
 */
public final class NativeTensor implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;
  private final FloatBuffer values;
  private final OnnxTensor tensor;

  private static final int CHUNK = 4 << 20;

  /** Zeros of a shape. */
  public NativeTensor(Shape shape) {
    this(dims(shape));
  }

  /** Zeros of the given dimensions. */
  public NativeTensor(long... dims) {
    long size = Arrays.stream(dims).reduce(1, Math::multiplyExact);
    memory = arena.allocate(Math.max(1, size) * Float.BYTES, 64);
    values = memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    values.limit(Math.toIntExact(size));
    try {
      tensor = view(values, dims);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
    Holdings.tensor(memory.byteSize());
  }

  private static OnnxTensor view(FloatBuffer values, long... dims) {
    try {
      return OnnxTensor.createTensor(OnnxRuntime.environment(), values, dims);
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot hold a tensor: " + OnnxRuntime.reason(e) + ".", e);
    }
  }

  public static NativeTensor of(Tensor values) {
    var copy = new NativeTensor(values.shape());
    copy.values.put(0, values.values());
    return copy;
  }

  /** The values, to be written between runs. */
  public FloatBuffer values() {
    return values.duplicate();
  }

  /** Copies the values of a tensor of this shape here, for as long as the run is wanted. */
  public void write(Tensor source, Run run) {
    for (int from = 0; from < source.size(); from += CHUNK) {
      run.check();
      values.put(from, source.values(), from, Math.min(CHUNK, source.size() - from));
    }
  }

  public OnnxTensor tensor() {
    return tensor;
  }

  /** A view of some of the rows of a matrix, to be closed before this. */
  public OnnxTensor rows(int from, int count) {
    long[] dims = tensor.getInfo().getShape();
    int width = Math.toIntExact(dims[1]);
    FloatBuffer some = values.slice(from * width, count * width);
    return view(some, count, width);
  }

  public long bytes() {
    return memory.byteSize();
  }

  @Override
  public void close() {
    tensor.close();
    arena.close();
    Holdings.tensor(-memory.byteSize());
  }

  private static long[] dims(Shape shape) {
    return Arrays.stream(shape.dims()).asLongStream().toArray();
  }
}
