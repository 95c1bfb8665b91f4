package org.weighbridge.codec.lossless;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.WorkPool;

/**
 * Long data cut into pieces of 2^20 elements that threads pack beside each other. What lies farther
 * apart is not seen together; weights do not repeat themselves over megabytes.
 *
 * <p>Stream: the pieces, each but the last after its size (varint). Nothing for no elements.
 */
public final class Pieces {
  private static final int SIZE = 1 << 20;

  private Pieces() {}

  /** Packs some of the elements. */
  @FunctionalInterface
  public interface Packer {
    byte[] pack(int from, int to);
  }

  /** Unpacks some of the elements; reads to the end. */
  @FunctionalInterface
  public interface Unpacker {
    void unpack(byte[] packed, int from, int to) throws MalformedStreamException;
  }

  public static void write(ByteWriter out, int elements, Packer packer) {
    byte[][] pieces = new byte[Math.ceilDiv(elements, SIZE)][];
    WorkPool.forEach(
        pieces.length, i -> pieces[i] = packer.pack(i * SIZE, end(i, pieces.length, elements)));
    for (int i = 0; i < pieces.length; i++) {
      if (i < pieces.length - 1) {
        out.varint(pieces[i].length);
      }
      out.bytes(pieces[i]);
    }
  }

  /** Reads what {@link #write} wrote, up to the end. */
  public static void read(ByteReader in, int elements, Unpacker unpacker) {
    byte[][] pieces = new byte[Math.ceilDiv(elements, SIZE)][];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = i < pieces.length - 1 ? in.counted() : in.rest();
    }
    in.end();
    WorkPool.forEach(
        pieces.length, i -> unpacker.unpack(pieces[i], i * SIZE, end(i, pieces.length, elements)));
  }

  private static int end(int piece, int pieces, int elements) {
    return piece == pieces - 1 ? elements : (piece + 1) * SIZE;
  }
}
