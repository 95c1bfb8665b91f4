package org.weighbridge.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.weighbridge.codec.ByteWriter;

/** Ways to damage bytes whose format is not known. */
public enum ByteDamage {
  FLIP_BITS {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      byte[] damaged = stream.clone();
      for (int i = random.nextInt(1, 9); i > 0; i--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return damaged;
    }
  },
  NOISE {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      byte[] damaged = stream.clone();
      int from = random.nextInt(damaged.length);
      int to = Math.min(damaged.length, from + random.nextInt(1, 17));
      for (int i = from; i < to; i++) {
        damaged[i] = (byte) random.nextInt();
      }
      return damaged;
    }
  },
  /** A run of the lowest or of the highest byte: empty and huge numbers. */
  EXTREMES {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      byte[] damaged = stream.clone();
      int from = random.nextInt(damaged.length);
      int to = Math.min(damaged.length, from + random.nextInt(1, 10));
      Arrays.fill(damaged, from, to, (byte) (random.nextBoolean() ? 0 : 0xff));
      return damaged;
    }
  },
  TRUNCATE {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      return Arrays.copyOf(stream, random.nextInt(stream.length));
    }
  },
  EXTEND {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      byte[] more = new byte[random.nextInt(1, 100)];
      random.nextBytes(more);
      return joined(stream, more);
    }
  },
  /** The beginning of one stream and the end of another. */
  SPLICE {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      return joined(
          Arrays.copyOf(stream, random.nextInt(stream.length + 1)),
          Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length));
    }
  },
  /** A large varint in place of a byte, mostly near the start, where sizes stand. */
  BLOW_UP {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      int within = random.nextBoolean() ? stream.length : Math.min(stream.length, 32);
      int at = random.nextInt(within);
      byte[] number =
          new ByteWriter().varint(random.nextLong() >>> random.nextInt(1, 56)).toBytes();
      return joined(
          Arrays.copyOf(stream, at), number, Arrays.copyOfRange(stream, at + 1, stream.length));
    }
  },
  /** An integer at the edge of a width, or near one that stands there, in either byte order. */
  BOUNDARY {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      int width = 1 << random.nextInt(4);
      if (stream.length < width) {
        return FLIP_BITS.of(stream, other, random);
      }
      byte[] damaged = stream.clone();
      int within = random.nextBoolean() ? stream.length : Math.min(stream.length, 64);
      int at = random.nextInt(Math.max(1, within - width + 1));
      var wide = ByteBuffer.allocate(Long.BYTES);
      var order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      boolean little = order == ByteOrder.LITTLE_ENDIAN;
      long near = 1L << random.nextInt(8 * width);
      wide.order(order).putLong(0, (random.nextBoolean() ? -near : near) + random.nextInt(-1, 2));
      wide.get(little ? 0 : Long.BYTES - width, damaged, at, width);
      return damaged;
    }
  },
  /** Two neighbouring pieces change places. */
  SWAP {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      int[] cuts = random.ints(3, 0, stream.length + 1).sorted().toArray();
      return joined(
          Arrays.copyOf(stream, cuts[0]),
          Arrays.copyOfRange(stream, cuts[1], cuts[2]),
          Arrays.copyOfRange(stream, cuts[0], cuts[1]),
          Arrays.copyOfRange(stream, cuts[2], stream.length));
    }
  },
  /** A piece is missing, or there twice. */
  CUT_OR_REPEAT {
    @Override
    byte[] of(byte[] stream, byte[] other, SplittableRandom random) {
      int[] cuts = random.ints(2, 0, stream.length + 1).sorted().toArray();
      boolean repeat = random.nextBoolean();
      return joined(
          Arrays.copyOf(stream, cuts[repeat ? 1 : 0]),
          Arrays.copyOfRange(stream, cuts[repeat ? 0 : 1], stream.length));
    }
  };

  /**
   * A damaged copy.
   *
   * @param stream at least one byte
   * @param other another stream, to take pieces from
   */
  abstract byte[] of(byte[] stream, byte[] other, SplittableRandom random);

  /** One to three changes after each other. */
  public static byte[] several(byte[] stream, byte[] other, SplittableRandom random) {
    byte[] damaged = stream;
    for (int i = random.nextInt(1, 4); i > 0 && damaged.length > 0; i--) {
      damaged = values()[random.nextInt(values().length)].of(damaged, other, random);
    }
    return damaged;
  }

  static byte[] joined(byte[]... pieces) {
    var all = new ByteWriter();
    for (byte[] piece : pieces) {
      all.bytes(piece);
    }
    return all.toBytes();
  }
}
