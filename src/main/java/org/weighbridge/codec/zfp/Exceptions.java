package org.weighbridge.codec.zfp;

import java.util.Arrays;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;

/**
 * Weights that ZFP does not bring back within the bound, kept bit for bit: what is not finite, what
 * lies beside far larger numbers, what a float rounds too coarsely.
 *
 * <p>Stream: losslessly compressed, their number and distances (varints, from position -1 on), then
 * their four bytes grouped, all lowest ones first.
 *
 * @param positions ascending
 * @param values of the same number
 */
@SuppressWarnings("ArrayRecordComponent")
record Exceptions(int[] positions, float[] values) {
  private static final int CHECK = 1 << 16;

  /** What breaks the bound; zeros do not, they come back by the mask. */
  static Exceptions of(float[] original, float[] decoded, double bound, Progress progress) {
    int[] positions = new int[16];
    int count = 0;
    for (int i = 0; i < original.length; i++) {
      if ((i & (CHECK - 1)) == 0) {
        progress.check();
      }
      if (original[i] != 0f && !BoundCheck.keeps(original[i], decoded[i], bound)) {
        if (count == positions.length) {
          positions = Arrays.copyOf(positions, 2 * count);
        }
        positions[count++] = i;
      }
    }
    return at(Arrays.copyOf(positions, count), original);
  }

  static Exceptions none() {
    return new Exceptions(new int[0], new float[0]);
  }

  /** Everything. */
  static Exceptions all(float[] original) {
    int[] positions = new int[original.length];
    Arrays.setAll(positions, i -> i);
    return new Exceptions(positions, original);
  }

  private static Exceptions at(int[] positions, float[] original) {
    float[] values = new float[positions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = original[positions[i]];
    }
    return new Exceptions(positions, values);
  }

  int count() {
    return positions.length;
  }

  byte[] encode(Effort effort, Progress progress) {
    var raw = new ByteWriter().varint(count());
    int before = -1;
    for (int position : positions) {
      raw.varint(position - before);
      before = position;
    }
    for (int shift = 0; shift < Float.SIZE; shift += Byte.SIZE) {
      for (float value : values) {
        raw.u8(Float.floatToRawIntBits(value) >>> shift);
      }
    }
    return LosslessRace.MIXED.compress(raw.toBytes(), effort, progress);
  }

  /**
   * The inverse.
   *
   * @param in read to its end
   * @param size of the array they are in
   */
  static Exceptions decode(ByteReader in, int size) {
    // a distance of more than a byte stands for more than 127 positions
    var raw = new ByteReader(LosslessRace.MIXED.decompress(in, 5 + 5L * size));
    int count = raw.count(Math.min(size, raw.remaining() / 5));
    int[] positions = new int[count];
    long position = -1;
    for (int i = 0; i < count; i++) {
      int distance = raw.count(size);
      position += distance;
      if (distance == 0 || position >= size) {
        throw new MalformedStreamException(raw.offset(), "a weight lies outside of the layer");
      }
      positions[i] = (int) position;
    }
    int[] bits = new int[count];
    for (int shift = 0; shift < Float.SIZE; shift += Byte.SIZE) {
      for (int i = 0; i < count; i++) {
        bits[i] |= raw.u8() << shift;
      }
    }
    raw.end();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Float.intBitsToFloat(bits[i]);
    }
    return new Exceptions(positions, values);
  }

  /** The number of them. */
  static int count(ByteReader in) {
    byte[] raw = LosslessRace.MIXED.decompress(in, Integer.MAX_VALUE);
    return new ByteReader(raw).count(raw.length);
  }

  void putInto(float[] decoded) {
    for (int i = 0; i < positions.length; i++) {
      decoded[positions[i]] = values[i];
    }
  }
}
