package org.weighbridge.codec.zfp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;

/** Reads what {@link BitOutput} wrote, and nothing behind its end. */
final class BitInput {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Bits that {@link #peek} shows at least. */
  static final int SHOWN = Long.SIZE - 7;

  private final byte[] padded;
  private final long end;
  private long at;

  /**
   * A part of some bits.
   *
   * @param padded made by {@link #padded}
   * @param from the first bit
   * @param end the bit behind the last one
   */
  BitInput(byte[] padded, long from, long end) {
    this.padded = padded;
    this.at = from;
    this.end = end;
  }

  /** The bytes with enough behind them to peek at their end. */
  static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.addExact(bytes.length, Long.BYTES));
  }

  /** The next {@link #SHOWN} bits, the first one lowest; zeros or others behind the end. */
  long peek() {
    return (long) LONG.get(padded, (int) (at >>> 3)) >>> (at & 7);
  }

  /** Moves on by at most {@link Long#SIZE} bits. */
  void skip(int count) {
    at += count;
    if (at > end) {
      throw new MalformedStreamException(end >>> 3, "the bits of a block are cut off");
    }
  }

  /** The next {@code count} bits, at most {@link #SHOWN}. */
  long read(int count) {
    long bits = peek() & (1L << count) - 1;
    skip(count);
    return bits;
  }

  /** How many bits are left. */
  long left() {
    return end - at;
  }
}
