package org.weighbridge.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows a byte array; integers little-endian. {@link ByteReader} reads what this writes. */
public final class ByteWriter {
  /** Marks a double stored as its eight raw bytes; no scale of a decimal double is that low. */
  static final int RAW_DOUBLE = 0;

  /** Added to the scale of a decimal double so that it is a positive byte. */
  static final int SCALE_BIAS = 64;

  private byte[] bytes = new byte[64];
  private int size;

  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public ByteWriter u8(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  public ByteWriter u32(int value) {
    ensure(4);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  public ByteWriter u64(long value) {
    return u32((int) value).u32((int) (value >>> 32));
  }

  /**
   * A non-negative integer in groups of seven bits, lowest first, the high bit set on all but the
   * last.
   */
  public ByteWriter varint(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative " + value);
    }
    while (value >= 0x80) {
      u8((int) value | 0x80);
      value >>>= 7;
    }
    return u8((int) value);
  }

  public ByteWriter bytes(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  /** A varint of the length in bytes, then UTF-8. */
  public ByteWriter string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return varint(utf8.length).bytes(utf8);
  }

  /**
   * A positive finite double. Users choose bounds with few decimal digits, so that 0.01 takes two
   * bytes: scale + 64, then the digits as a varint, value = digits / 10^scale. Others take nine: a
   * zero, then the raw bits.
   */
  public ByteWriter positive(double value) {
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int biased = decimal.scale() + SCALE_BIAS;
    if (biased > RAW_DOUBLE
        && biased < 2 * SCALE_BIAS
        && decimal.unscaledValue().bitLength() <= 49) {
      return u8(biased).varint(decimal.unscaledValue().longValueExact());
    }
    return u8(RAW_DOUBLE).u64(Double.doubleToRawLongBits(value));
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes =
          Arrays.copyOf(
              bytes,
              Math.max(
                  Math.addExact(size, more), (int) Math.min(2L * size, Integer.MAX_VALUE - 8)));
    }
  }
}
