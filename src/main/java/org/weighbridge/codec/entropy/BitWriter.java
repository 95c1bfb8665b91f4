package org.weighbridge.codec.entropy;

import java.util.Arrays;

/** Packs bits into bytes, the highest bit of a byte first; the last byte is filled with zeros. */
final class BitWriter {
  private byte[] bytes = new byte[64];
  private int size;
  private long pending;
  private int pendingBits;

  /** Appends the lowest {@code count} bits of a value that has no others, at most 32. */
  void write(int value, int count) {
    pending = pending << count | value;
    pendingBits += count;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      append((byte) (pending >>> pendingBits));
    }
  }

  private void append(byte next) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = next;
  }

  byte[] toBytes() {
    byte[] all = Arrays.copyOf(bytes, pendingBits == 0 ? size : size + 1);
    if (pendingBits > 0) {
      all[size] = (byte) (pending << (8 - pendingBits));
    }
    return all;
  }
}
