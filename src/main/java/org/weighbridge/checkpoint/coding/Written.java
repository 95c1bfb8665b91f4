package org.weighbridge.checkpoint.coding;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.zip.CRC32C;
import org.weighbridge.checkpoint.ElementType;

/**
 * Decoded values as a file holds them: rounded to its kind of numbers, to the nearest that is
 * finite where the value is.
 */
final class Written {
  /** The place of a type is its number in files. */
  private static final List<ElementType> NUMBERS =
      List.of(ElementType.FLOAT32, ElementType.FLOAT16, ElementType.BFLOAT16);

  private static final float LARGEST_HALF = 65504;
  private static final float LARGEST_BRAIN = Float.intBitsToFloat(0x7F7F_0000);

  /** Elements that are written at once. */
  private static final int SLICE = 1 << 18;

  private Written() {}

  /** The number of a type in files. */
  static int number(ElementType type) {
    return NUMBERS.indexOf(type);
  }

  /** The type of a number. */
  static ElementType type(int number) {
    return NUMBERS.get(number);
  }

  /** Rounds values in place and returns them. */
  static float[] round(ElementType type, float[] values) {
    if (type == ElementType.FLOAT32) {
      return values;
    }
    float largest = type == ElementType.FLOAT16 ? LARGEST_HALF : LARGEST_BRAIN;
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      values[i] =
          Float.isFinite(value)
              ? type.round(Math.clamp(value, -largest, largest))
              : value; // of this type already
    }
    return values;
  }

  /** Takes bytes of a file, in order. */
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  /**
   * Hands over the bytes of rounded values.
   *
   * @return their CRC-32C
   */
  static int bytes(ElementType type, float[] rounded, Sink sink) throws IOException {
    var checksum = new CRC32C();
    byte[] slice = new byte[Math.min(SLICE, rounded.length) * type.bytes()];
    var segment = MemorySegment.ofArray(slice);
    for (int from = 0; from < rounded.length; from += SLICE) {
      int to = Math.min(rounded.length, from + SLICE);
      type.write(rounded, from, to - from, segment, 0);
      int length = (to - from) * type.bytes();
      checksum.update(slice, 0, length);
      sink.take(slice, length);
    }
    return (int) checksum.getValue();
  }

  /** CRC-32C of the bytes of rounded values. */
  static int checksum(ElementType type, float[] rounded) {
    try {
      return bytes(type, rounded, (bytes, length) -> {});
    } catch (IOException e) {
      throw new AssertionError("nothing is written", e);
    }
  }
}
