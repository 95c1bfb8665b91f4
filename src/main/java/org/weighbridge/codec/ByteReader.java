package org.weighbridge.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote and trusts none of it: every read is checked against the end,
 * and nothing is allocated before its length is.
 */
public final class ByteReader {
  private final byte[] bytes;
  private int at;

  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Bytes read so far. */
  public int offset() {
    return at;
  }

  public int remaining() {
    return bytes.length - at;
  }

  public int u8() {
    need(1);
    return bytes[at++] & 0xff;
  }

  public int u32() {
    need(4);
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (bytes[at++] & 0xff) << shift;
    }
    return value;
  }

  public long u64() {
    return (u32() & 0xffffffffL) | (long) u32() << 32;
  }

  /** A varint of at most {@code max}. */
  public long varint(long max) {
    int start = at;
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        if (value > max || (next == 0 && shift > 0)) {
          throw new MalformedStreamException(start, value + " is out of range");
        }
        return value;
      }
    }
    throw new MalformedStreamException(start, "a number is too long");
  }

  /** A varint that counts something, at most {@code max}. */
  public int count(int max) {
    return (int) varint(max);
  }

  public byte[] bytes(int length) {
    need(length);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** As many bytes as the varint in front of them says. */
  public byte[] counted() {
    return bytes(count(remaining()));
  }

  /** The same, to be read on its own. */
  public ByteReader section() {
    return new ByteReader(counted());
  }

  /** Everything that is left. */
  public byte[] rest() {
    return bytes(remaining());
  }

  /** A string of at most {@code maxBytes} bytes of UTF-8. */
  public String string(int maxBytes) {
    int start = at;
    byte[] utf8 = bytes(count(maxBytes));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedStreamException(start, "a text is not UTF-8");
    }
  }

  /** A positive finite double. */
  public double positive() {
    int start = at;
    int biased = u8();
    double value =
        biased == ByteWriter.RAW_DOUBLE
            ? Double.longBitsToDouble(u64())
            : Double.parseDouble(varint(Long.MAX_VALUE) + "E" + (ByteWriter.SCALE_BIAS - biased));
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new MalformedStreamException(start, value + " is not positive and finite");
    }
    return value;
  }

  /** Checks that nothing is left. */
  public void end() {
    if (remaining() > 0) {
      throw new MalformedStreamException(at, remaining() + " bytes too many");
    }
  }

  private void need(int length) {
    if (length < 0 || length > remaining()) {
      throw new MalformedStreamException(
          at, length + " bytes expected, " + remaining() + " left; the data is cut off");
    }
  }
}
