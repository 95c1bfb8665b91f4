package org.weighbridge.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Block;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Float32 values outside the heap that ONNX Runtime reads in place: the tensor is only a view of
 * the memory and is closed before it. The memory is this object's own, or that of a {@linkplain
 * #view stored tensor}, which takes none besides.
 */
public final class NativeTensor implements NativeMemory {
  private final MemorySegment memory;
  private final Optional<Arena> arena;
  private final FloatBuffer values;
  private final OnnxTensor tensor;

  private static final int CHUNK = 4 << 20;

  /** Zeros of a shape. */
  public NativeTensor(Shape shape) {
    this(dims(shape));
  }

  /** Zeros of the given dimensions. */
  public NativeTensor(long... dims) {
    var own = Arena.ofShared();
    try {
      long size = Arrays.stream(dims).reduce(1, Math::multiplyExact);
      memory = own.allocate(Math.max(1, size) * Float.BYTES, 64);
      values = memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
      values.limit(Math.toIntExact(size));
      tensor = view(values, dims);
    } catch (RuntimeException | Error e) {
      own.close();
      throw e;
    }
    arena = Optional.of(own);
    Holdings.tensor(memory.byteSize());
  }

  private NativeTensor(MemorySegment stored, Shape shape) {
    memory = stored;
    values = stored.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    tensor = view(values, dims(shape));
    arena = Optional.empty();
  }

  private static OnnxTensor view(FloatBuffer values, long... dims) {
    try {
      return OnnxTensor.createTensor(OnnxRuntime.environment(), values, dims);
    } catch (OrtException e) {
      throw new Fault("ONNX Runtime cannot hold a tensor: " + OnnxRuntime.reason(e) + ".", e);
    }
  }

  /** A copy of a tensor, or a view of one that ONNX Runtime can read where it is. */
  public static NativeTensor of(Tensor values) {
    return view(values)
        .orElseGet(
            () -> {
              var copy = new NativeTensor(values.shape());
              copy.values.put(0, values.values());
              return copy;
            });
  }

  /**
   * A tensor outside the heap where it is, never to be written to; empty for one in the heap, and
   * where this machine wants floats at other addresses or in another order than they are in.
   */
  public static Optional<NativeTensor> view(Tensor values) {
    return values
        .memory()
        .filter(
            memory ->
                ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                    && memory.byteSize() > 0
                    && memory.byteSize() <= Integer.MAX_VALUE
                    && memory.address() % Float.BYTES == 0)
        .map(memory -> new NativeTensor(memory, values.shape()));
  }

  /** The values, to be written between runs. */
  public FloatBuffer values() {
    return values.duplicate();
  }

  /** Copies the values of a tensor of this shape here, for as long as the run is wanted. */
  public void write(Tensor source, Run run) {
    for (int from = 0; from < source.size(); from += CHUNK) {
      run.check();
      Block block = source.block(from, Math.min(CHUNK, source.size() - from));
      values.put(from, block.values(), block.begin(), block.end() - block.begin());
    }
  }

  @Override
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
    arena.ifPresent(
        own -> {
          own.close();
          Holdings.tensor(-memory.byteSize());
        });
  }

  private static long[] dims(Shape shape) {
    return Arrays.stream(shape.dims()).asLongStream().toArray();
  }
}
