package org.weighbridge.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfFloat;
import java.lang.ref.SoftReference;
import java.nio.ByteOrder;
import org.weighbridge.fault.Fault;

/**
 * Values in memory outside the heap, most often a mapped file. Once they were asked for as a whole
 * they stay in the heap for as long as nothing else needs the room.
 */
final class StoredValues implements Values {
  private static final OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment memory;
  private final int size;
  private SoftReference<float[]> read = new SoftReference<>(null);

  /** The values in {@code memory}, which is no longer than they are. */
  StoredValues(MemorySegment memory) {
    this.memory = memory.asReadOnly();
    this.size = Math.toIntExact(memory.byteSize() / Float.BYTES);
  }

  MemorySegment memory() {
    return memory;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public synchronized float[] array() {
    float[] values = read.get();
    if (values == null) {
      values = copy(0, size);
      read = new SoftReference<>(values);
    }
    return values;
  }

  @Override
  public Block block(int from, int count) {
    return new Block(copy(from, count), 0, count);
  }

  private float[] copy(int from, int count) {
    var values = new float[count];
    try {
      MemorySegment.copy(memory, FLOAT, (long) from * Float.BYTES, values, 0, count);
    } catch (InternalError e) {
      throw gone(e);
    }
    return values;
  }

  /** The JVM's answer to a page that is no longer in the file, or cannot be read from the disk. */
  private static Fault gone(InternalError e) {
    return new Fault(
        "The file that the weights are read from became shorter or cannot be read any more; open"
            + " the model again.",
        e);
  }
}
