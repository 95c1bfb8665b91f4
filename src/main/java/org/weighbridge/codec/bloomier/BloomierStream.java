package org.weighbridge.codec.bloomier;

import java.util.EnumMap;
import java.util.Map;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.entropy.Huffman;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * The stream in the making, and what its bytes are spent on: the {@link NonFinite} weights (varint
 * size, bytes); the number of centroids (varint) and their floats; unless there are none, the bits
 * of a cell (u8, 128 more when cells are Huffman-coded), the seed (varint), the cells of a third
 * (varint) and the cells up to the end.
 */
final class BloomierStream {
  private static final int MOST_CENTROIDS = 1 << 15;
  private static final int MOST_BITS = 16;
  private static final int CODED = 128;

  private final ByteWriter out = new ByteWriter();
  private final Map<Part, Long> bytes = new EnumMap<>(Part.class);

  void nonFinite(float[] values, Progress progress) {
    var section = new ByteWriter();
    NonFinite.write(section, values, progress);
    out.varint(section.size()).bytes(section.toBytes());
    bytes.put(Part.OUTLIERS, (long) section.size());
  }

  void centroids(float[] centroids) {
    out.varint(centroids.length);
    for (float centroid : centroids) {
      out.u32(Float.floatToRawIntBits(centroid));
    }
    bytes.put(Part.TABLES, 4L * centroids.length);
  }

  /** Cells hold positions and codes at once; they are counted as values. */
  void filter(BloomierFilter filter, boolean mayCode, Effort effort, Progress progress) {
    byte[] packed = PackedCells.pack(filter.cells(), filter.bits());
    byte[] words = mayCode ? coded(filter.cells(), effort, progress) : packed;
    boolean coded = words.length < packed.length;
    byte[] cells = coded ? words : packed;
    var hashes = filter.hashes();
    out.u8(filter.bits() + (coded ? CODED : 0)).varint(hashes.seed()).varint(hashes.third());
    out.bytes(cells);
    bytes.put(Part.VALUES, (long) cells.length);
  }

  private static byte[] coded(char[] cells, Effort effort, Progress progress) {
    int[] symbols = new int[cells.length];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = cells[i];
    }
    return new Huffman().encode(symbols, everything(cells.length), effort, progress).bytes();
  }

  private static Mask everything(int cells) {
    return Mask.full(Shape.of(cells));
  }

  byte[] toBytes() {
    return out.toBytes();
  }

  Breakdown breakdown() {
    long sections = bytes.values().stream().mapToLong(Long::longValue).sum();
    bytes.put(Part.HEADER, out.size() - sections);
    return new Breakdown(bytes);
  }

  static float[] readCentroids(ByteReader in) {
    float[] centroids = new float[in.count(Math.min(MOST_CENTROIDS, in.remaining() / 4))];
    for (int i = 0; i < centroids.length; i++) {
      centroids[i] = Float.intBitsToFloat(in.u32());
    }
    return centroids;
  }

  static BloomierFilter readFilter(ByteReader in, Progress progress) {
    int start = in.offset();
    int head = in.u8();
    int bits = head % CODED;
    if (bits < 1 || bits > MOST_BITS) {
      throw new MalformedStreamException(start, "cells of " + bits + " bits");
    }
    int seed = in.count(Integer.MAX_VALUE);
    int third = in.count((int) Math.min(Integer.MAX_VALUE / 3, 8L * in.remaining() / 3));
    if (third == 0) {
      throw new MalformedStreamException(start, "a filter without cells");
    }
    var hashes = new FourHashes(seed, third);
    return new BloomierFilter(hashes, bits, cells(in, head >= CODED, hashes, bits, progress));
  }

  private static char[] cells(
      ByteReader in, boolean coded, FourHashes hashes, int bits, Progress progress) {
    int count = hashes.cells();
    if (!coded) {
      return PackedCells.unpack(
          in.bytes((int) Math.min(Integer.MAX_VALUE, PackedCells.size(count, bits))), count, bits);
    }
    int start = in.offset();
    int[] symbols = new Huffman().decode(in, everything(count), progress);
    char[] cells = new char[count];
    for (int i = 0; i < count; i++) {
      if (symbols[i] >>> bits != 0) {
        throw new MalformedStreamException(start, "a cell has more than " + bits + " bits");
      }
      cells[i] = (char) symbols[i];
    }
    return cells;
  }
}
