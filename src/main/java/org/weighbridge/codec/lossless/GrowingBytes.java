package org.weighbridge.codec.lossless;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A byte array of known size that takes memory only as it fills: a damaged size costs nothing. */
final class GrowingBytes {
  private static final int START = 1 << 20;
  private final int wanted;
  private byte[] bytes;
  private int size;

  GrowingBytes(int wanted) {
    this.wanted = wanted;
    this.bytes = new byte[Math.min(wanted, START)];
  }

  boolean full() {
    return size == wanted;
  }

  int size() {
    return size;
  }

  /** The array to write to, from {@link #size()} on, at most {@link #free()} bytes. */
  byte[] room() {
    if (size == bytes.length && size < wanted) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, 2L * size));
    }
    return bytes;
  }

  int free() {
    return bytes.length - size;
  }

  void filled(int more) {
    size += more;
  }

  /** Appends all of a buffer that fits into the wanted size. */
  void append(ByteBuffer more) {
    while (more.hasRemaining()) {
      byte[] target = room();
      int piece = Math.min(free(), more.remaining());
      more.get(target, size, piece);
      filled(piece);
    }
  }

  byte[] toBytes() {
    return bytes;
  }
}
