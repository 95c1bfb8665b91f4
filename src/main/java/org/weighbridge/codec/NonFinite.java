package org.weighbridge.codec;

import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * The NaN and infinities of a layer, kept beside a method that knows numbers only: their distances
 * (varints) and bits (u32), losslessly compressed. A layer without any costs one byte.
 */
public final class NonFinite {
  private NonFinite() {}

  /** The weights with 0.0 in place of what is not finite; the same array when all are. */
  public static float[] without(float[] values) {
    int[] places = places(values, Float.MAX_VALUE, Progress.none());
    if (places.length == 0) {
      return values;
    }
    float[] finite = values.clone();
    for (int place : places) {
      finite[place] = 0f;
    }
    return finite;
  }

  private static int[] places(float[] values, float largest, Progress progress) {
    return Mask.above(Shape.of(values.length), values, largest, progress).positions();
  }

  /** Writes what {@link #without} took out: its number (varint), its packed size and bytes. */
  public static void write(ByteWriter out, float[] values, Progress progress) {
    write(out, values, Float.MAX_VALUE, progress);
  }

  /**
   * The same for a method that has a largest number: what is larger is written, too.
   *
   * @param largest a magnitude
   */
  public static void write(ByteWriter out, float[] values, float largest, Progress progress) {
    int[] places = places(values, largest, progress);
    var distances = new ByteWriter();
    var bits = new ByteWriter();
    int previous = -1;
    for (int place : places) {
      distances.varint((long) place - previous);
      bits.u32(Float.floatToRawIntBits(values[place]));
      previous = place;
    }
    int count = places.length;
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
      in.counted();
    }
    return count;
  }

  /** Reads what {@link #write} wrote, and puts it back into decoded weights. */
  public static void read(ByteReader in, float[] decoded) throws MalformedStreamException {
    int count = in.count(decoded.length);
    if (count == 0) {
      return;
    }
    var packed = in.section();
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
