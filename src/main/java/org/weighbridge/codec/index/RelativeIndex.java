package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.entropy.Huffman;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * Deep Compression's relative index (Han et al., ICLR 2016): distances of a few bits, and fillers
 * where a distance does not fit, then Huffman coding as in the original, or packed bits and
 * best-fit lossless compression, whichever is smaller.
 *
 * <p>A distance is counted from the kept weight before, from position -1 at the start. A filler, 0,
 * moves on by 2^bits - 1 positions. In the original it is a kept zero; here it keeps nothing and
 * has no entry in the data array, as in {@link GapIndex}.
 *
 * <p>Stream: how the distances are coded (u8: 0 packed, 1 Huffman), their number, fillers included
 * (varint), the coded distances. Packed: the lowest bit of a byte first.
 *
 * @param bits of a distance, 1 to 8
 */
public record RelativeIndex(int bits) implements IndexCoder {
  private static final int PACKED = 0;
  private static final int HUFFMAN = 1;

  public RelativeIndex {
    if (bits < 1 || bits > 8) {
      throw new IllegalArgumentException("distances of " + bits + " bits");
    }
  }

  @Override
  public String name() {
    return "relative" + bits;
  }

  @Override
  public String nameOf(ByteReader in) {
    boolean packed = in.u8() == PACKED;
    in.count(Integer.MAX_VALUE); // the number of distances
    return name()
        + (packed ? "+" + LosslessRace.GENERAL.nameOf(in) : " " + new Huffman().nameOf(in));
  }

  /** The number of distances, fillers included, in what {@link #encode} wrote. */
  public static int entries(ByteReader in) throws MalformedStreamException {
    in.u8();
    return in.count(Integer.MAX_VALUE);
  }

  /** How many bytes of what {@link #encode} wrote are no distances but head and code table. */
  public static int tableBytes(ByteReader in) throws MalformedStreamException {
    int start = in.offset();
    boolean huffman = in.u8() == HUFFMAN;
    in.count(Integer.MAX_VALUE); // the number of distances
    if (huffman) {
      in.counted();
    }
    return in.offset() - start;
  }

  private int farthest() {
    return (1 << bits) - 1;
  }

  @Override
  public boolean races(Mask mask, Effort effort) {
    return effort.affords(mask);
  }

  @Override
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    int[] distances = distances(mask);
    var huffman = new Huffman().encode(distances, all(distances.length), effort, progress);
    byte[] packed = LosslessRace.GENERAL.compress(pack(distances), effort, progress);
    boolean shorter = packed.length < huffman.bytes().length;
    return new ByteWriter()
        .u8(shorter ? PACKED : HUFFMAN)
        .varint(distances.length)
        .bytes(shorter ? packed : huffman.bytes())
        .toBytes();
  }

  private int[] distances(Mask mask) {
    int[] distances = new int[mask.kept() + mask.size() / farthest()];
    int count = 0;
    int previous = -1;
    for (int position : mask.positions()) {
      int distance = position - previous;
      previous = position;
      for (; distance > farthest(); distance -= farthest()) {
        distances[count++] = 0;
      }
      distances[count++] = distance;
    }
    return Arrays.copyOf(distances, count);
  }

  private static Mask all(int distances) {
    return Mask.full(Shape.of(distances));
  }

  private byte[] pack(int[] distances) {
    byte[] packed = new byte[(int) (((long) distances.length * bits + 7) / 8)];
    long at = 0;
    for (int distance : distances) {
      int shifted = distance << (at & 7);
      packed[(int) (at >>> 3)] |= (byte) shifted;
      if (shifted > 0xff) {
        packed[(int) (at >>> 3) + 1] |= (byte) (shifted >>> 8);
      }
      at += bits;
    }
    return packed;
  }

  @Override
  public Mask decode(ByteReader in, Shape shape, Progress progress) {
    int start = in.offset();
    int form = in.u8();
    // every distance moves on by at least one position
    int count = in.count(shape.size());
    int[] distances =
        switch (form) {
          case PACKED -> unpack(in, count);
          case HUFFMAN -> new Huffman().decode(in, all(count), progress);
          default -> throw new MalformedStreamException(start, "no distances are coded by " + form);
        };
    var mask = Mask.empty(shape);
    long position = -1;
    for (int distance : distances) {
      position += distance == 0 ? farthest() : distance;
      if (distance > farthest() || position >= mask.size()) {
        throw new MalformedStreamException(start, "a kept weight lies behind the end of the layer");
      }
      if (distance != 0) {
        mask.set((int) position);
      }
    }
    return mask;
  }

  private int[] unpack(ByteReader in, int count) {
    int start = in.offset();
    long size = ((long) count * bits + 7) / 8;
    byte[] packed = LosslessRace.GENERAL.decompress(in, size);
    if (packed.length != size) {
      throw new MalformedStreamException(start, "the distances are cut off");
    }
    int[] distances = new int[count];
    for (int i = 0; i < count; i++) {
      long at = (long) i * bits;
      int byteAt = (int) (at >>> 3);
      int window = packed[byteAt] & 0xff;
      if (byteAt + 1 < packed.length) {
        window |= (packed[byteAt + 1] & 0xff) << 8;
      }
      distances[i] = (window >>> (at & 7)) & farthest();
    }
    return distances;
  }
}
