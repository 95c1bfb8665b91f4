package org.weighbridge.codec;

import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;

/**
 * The NaN and infinities of a layer, kept beside a method that knows numbers only: their distances
 * (varints) and bits (u32), losslessly compressed. A layer without any costs one byte.
 */
public final class NonFinite {
  private NonFinite() {}

  /** The weights with 0.0 in place of what is not finite; the same array when all are. */
  public static float[] without(float[] values) {
    float[] finite = values;
    boolean copied = false;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        if (!copied) {
          finite = values.clone();
          copied = true;
        }
        finite[i] = 0f;
      }
    }
    return finite;
  }

  /** Writes what {@link #without} took out: its number (varint), its packed size and bytes. */
  public static void write(ByteWriter out, float[] values, Progress progress) {
    write(out, values, value -> !Float.isFinite(value), progress);
  }

  /** Tells which weights a method cannot represent. */
  @FunctionalInterface
  public interface Beyond {
    boolean test(float value);
  }

  /** Writes the weights that a method cannot represent, finite ones among them, the same way. */
  public static void write(ByteWriter out, float[] values, Beyond beyond, Progress progress) {
    var distances = new ByteWriter();
    var bits = new ByteWriter();
    int count = 0;
    int previous = -1;
    for (int i = 0; i < values.length; i++) {
      if (beyond.test(values[i])) {
        distances.varint(i - previous);
        bits.u32(Float.floatToRawIntBits(values[i]));
        previous = i;
        count++;
      }
    }
    out.varint(count);
    if (count > 0) {
      byte[] raw = distances.bytes(bits.toBytes()).toBytes();
      byte[] packed = LosslessRace.GENERAL.compress(raw, Effort.FAST, progress);
      out.varint(packed.length).bytes(packed);
    }
  }

  /** Passes over what {@link #write} wrote, and tells how many weights it holds. */
  public static int skip(ByteReader in) throws MalformedStreamException {
    int count = in.count(Integer.MAX_VALUE);
    if (count > 0) {
      in.bytes(in.count(in.remaining()));
    }
    return count;
  }

  /** Reads what {@link #write} wrote, and puts it back into decoded weights. */
  public static void read(ByteReader in, float[] decoded) throws MalformedStreamException {
    int count = in.count(decoded.length);
    if (count == 0) {
      return;
    }
    var packed = new ByteReader(in.bytes(in.count(in.remaining())));
    var raw = new ByteReader(LosslessRace.GENERAL.decompress(packed, 9L * count));
    int[] positions = new int[count];
    long at = -1;
    for (int i = 0; i < count; i++) {
      at += raw.count(decoded.length);
      if (at < 0 || at >= decoded.length) {
        throw new MalformedStreamException(raw.offset(), "a weight lies outside of the layer");
      }
      positions[i] = (int) at;
    }
    for (int position : positions) {
      decoded[position] = Float.intBitsToFloat(raw.u32());
    }
    raw.end();
  }
}
