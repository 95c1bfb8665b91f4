package org.weighbridge.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfFloat;
import java.lang.foreign.ValueLayout.OfShort;
import java.nio.ByteOrder;

/**
 * How the numbers of a stored tensor are laid out, little-endian. The three kinds of floats can be
 * coded; every value of a narrower one is a float32 value, and comes back from it bit for bit, NaN
 * payloads included.
 */
public enum ElementType {
  FLOAT32(4),
  FLOAT16(2),
  BFLOAT16(2),
  /** Anything else: integers, booleans, other floats. Carried along byte for byte. */
  OTHER(0);

  private static final OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int INFINITE = 0x7F80_0000;
  private static final int HALF_INFINITE = 0x7C00;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element; 0 for those that are not looked into. */
  public int bytes() {
    return bytes;
  }

  /** Whether tensors of this type can be coded. */
  public boolean codable() {
    return this != OTHER;
  }

  /** The {@code count} elements that begin at byte {@code at} of a file, as float32. */
  public float[] read(MemorySegment file, long at, int count) {
    var values = new float[count];
    switch (this) {
      case FLOAT32 -> MemorySegment.copy(file, FLOAT, at, values, 0, count);
      case FLOAT16 -> {
        for (int i = 0; i < count; i++) {
          values[i] = half(file.get(SHORT, at + 2L * i));
        }
      }
      case BFLOAT16 -> {
        for (int i = 0; i < count; i++) {
          values[i] = Float.intBitsToFloat(file.get(SHORT, at + 2L * i) << 16);
        }
      }
      case OTHER -> throw new IllegalArgumentException("not a kind of float");
    }
    return values;
  }

  /** Writes float32 values as elements of this type, each rounded to the nearest. */
  public void write(float[] values, MemorySegment file, long at) {
    write(values, 0, values.length, file, at);
  }

  /** The same of {@code count} values that begin at index {@code from}. */
  public void write(float[] values, int from, int count, MemorySegment file, long at) {
    switch (this) {
      case FLOAT32 -> MemorySegment.copy(values, from, file, FLOAT, at, count);
      case FLOAT16 -> {
        for (int i = 0; i < count; i++) {
          file.set(SHORT, at + 2L * i, half(values[from + i]));
        }
      }
      case BFLOAT16 -> {
        for (int i = 0; i < count; i++) {
          file.set(SHORT, at + 2L * i, brain(values[from + i]));
        }
      }
      case OTHER -> throw new IllegalArgumentException("not a kind of float");
    }
  }

  /** The value of this type nearest to {@code value}, ties to even: what a file will say. */
  public float round(float value) {
    return switch (this) {
      case FLOAT16 -> half(half(value));
      case BFLOAT16 -> Float.intBitsToFloat(brain(value) << 16);
      case FLOAT32, OTHER -> value;
    };
  }

  // The JVM's own conversion makes signalling NaNs quiet, so these go bit by bit.

  private static float half(short bits) {
    return (bits & HALF_INFINITE) == HALF_INFINITE
        ? Float.intBitsToFloat(((bits & 0x8000) << 16) | INFINITE | ((bits & 0x3FF) << 13))
        : Float.float16ToFloat(bits);
  }

  private static short half(float value) {
    int bits = Float.floatToRawIntBits(value);
    if ((bits & INFINITE) != INFINITE) {
      return Float.floatToFloat16(value);
    }
    return (short) (((bits >>> 16) & 0x8000) | HALF_INFINITE | payload(bits & 0x7F_FFFF, 13));
  }

  private static short brain(float value) {
    int bits = Float.floatToRawIntBits(value);
    if ((bits & INFINITE) == INFINITE) {
      return (short) (((bits >>> 16) & 0xFF80) | payload(bits & 0x7F_FFFF, 16));
    }
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  /** A NaN stays one, whatever of its payload is cut off. */
  private static int payload(int payload, int cut) {
    int rest = payload >>> cut;
    return payload != 0 && rest == 0 ? 1 : rest;
  }
}
