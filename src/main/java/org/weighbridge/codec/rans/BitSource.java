package org.weighbridge.codec.rans;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;

/** Reads what {@link BitSink} wrote. */
public final class BitSource {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final long end;
  private long at;

  /** The bits of the bytes {@code from} to {@code to}. */
  BitSource(byte[] bytes, int from, int to) {
    this.bytes = Arrays.copyOfRange(bytes, from, to + Long.BYTES);
    end = 8L * (to - from);
  }

  /** The next {@code count} bits, at most 31. */
  public int read(int count) {
    if (count > end - at) {
      throw new MalformedStreamException(at >>> 3, "bits are cut off");
    }
    long window = (long) LONG.get(bytes, (int) (at >>> 3)) >>> (at & 7);
    at += count;
    return (int) (window & (1L << count) - 1);
  }

  /** Checks that nothing but the filling of the last byte is left. */
  public void end() {
    if (end - at >= 8) {
      throw new MalformedStreamException(at >>> 3, "bytes follow the bits of a block");
    }
  }
}
