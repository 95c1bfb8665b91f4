package org.weighbridge.codec.zfp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits in 64-bit words, the lowest bit first, as ZFP packs them. */
final class BitOutput {
  private long[] words = new long[16];
  private int full;
  private long pending;
  private int pendingBits;

  /** Appends a value of {@code count} bits, at most 63, that has no others. */
  void write(long value, int count) {
    pending |= value << pendingBits;
    int bits = pendingBits + count;
    if (bits >= Long.SIZE) {
      store(pending);
      pending = value >>> (Long.SIZE - pendingBits);
      bits -= Long.SIZE;
    }
    pendingBits = bits;
  }

  private void store(long word) {
    if (full == words.length) {
      words = Arrays.copyOf(words, 2 * full);
    }
    words[full++] = word;
  }

  /** Appends all bits of another one. */
  void append(BitOutput other) {
    for (int i = 0; i < other.full; i++) {
      long word = other.words[i];
      store(pending | word << pendingBits);
      pending = pendingBits == 0 ? 0 : word >>> (Long.SIZE - pendingBits);
    }
    write(other.pending, other.pendingBits);
  }

  /** The number of bits so far. */
  long bits() {
    return (long) Long.SIZE * full + pendingBits;
  }

  /** The bits so far; the last byte is filled with zeros. */
  byte[] toBytes() {
    int size = Math.toIntExact((bits() + 7) / 8);
    var bytes = ByteBuffer.wrap(new byte[size]).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(words, 0, full);
    for (int i = Long.BYTES * full; i < size; i++) {
      bytes.put(i, (byte) (pending >>> (8 * i)));
    }
    return bytes.array();
  }
}
