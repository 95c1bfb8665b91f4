package org.weighbridge.codec.rans;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Packs bits into bytes, the lowest bit of a byte first; the last byte is filled with zeros. */
public final class BitSink {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[Long.BYTES];
  private int size;
  private long pending;
  private int pendingBits;

  /** Appends the lowest {@code count} bits of a value, at most 31; it may have others. */
  public void write(int value, int count) {
    pending |= (value & (1L << count) - 1) << pendingBits;
    pendingBits += count;
    if (bytes.length - size < Long.BYTES) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + Long.BYTES);
    }
    LONG.set(bytes, size, pending);
    int done = pendingBits >>> 3;
    size += done;
    pending >>>= done << 3;
    pendingBits &= 7;
  }

  /** What stands in a buffer from {@code from} on, then these bits. */
  byte[] appendTo(byte[] buffer, int from) {
    int before = buffer.length - from;
    int more = pendingBits > 0 ? size + 1 : size;
    byte[] all = Arrays.copyOfRange(buffer, from, buffer.length + more);
    System.arraycopy(bytes, 0, all, before, more);
    return all;
  }
}
