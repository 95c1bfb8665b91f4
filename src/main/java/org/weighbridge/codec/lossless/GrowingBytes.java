package org.weighbridge.codec.lossless;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;

/** A byte array of known size that takes memory only as it fills: a damaged size costs nothing. */
final class GrowingBytes {
  private static final int START = 1 << 20;
  private final int wanted;
  private byte[] bytes;
  private int size;

  GrowingBytes(int wanted) {
    this(wanted, 0);
  }

  /**
   * An empty one.
   *
   * @param packed bytes that are there to be unpacked: memory for twice these is taken at once
   */
  private GrowingBytes(int wanted, long packed) {
    this.wanted = wanted;
    this.bytes = new byte[(int) Math.min(wanted, Math.max(START, 2 * packed))];
  }

  /** All bytes of a stream that ends after {@code wanted} of them, or fails. */
  static byte[] read(InputStream in, int wanted, long packed) throws IOException {
    var raw = new GrowingBytes(wanted, packed);
    while (!raw.full()) {
      int more = in.read(raw.room(), raw.size(), raw.free());
      if (more < 0) {
        throw new MalformedStreamException(raw.size(), "the packed data is cut off");
      }
      raw.filled(more);
    }
    if (in.read() >= 0) {
      throw new MalformedStreamException(raw.size(), "the packed data is too long");
    }
    return raw.toBytes();
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

  byte[] toBytes() {
    return bytes;
  }
}
