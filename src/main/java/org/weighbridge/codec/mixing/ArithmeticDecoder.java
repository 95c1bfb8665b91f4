package org.weighbridge.codec.mixing;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;

/** Reads what {@link ArithmeticEncoder} wrote; zeros follow the end of the stream. */
public final class ArithmeticDecoder implements BitCoder {
  /** The decoder is that many bytes ahead of the encoder. */
  private static final int AHEAD = 4;

  private final byte[] bytes;
  private int at;
  private long low;
  private long high = 0xffffffffL;
  private long value;

  /** Takes all that is left of a reader. */
  public ArithmeticDecoder(ByteReader in) {
    bytes = in.rest();
    for (int i = 0; i < AHEAD; i++) {
      value = (value << 8) | next();
    }
  }

  @Override
  public int code(int ignored, int probabilityOfOne) {
    long middle = low + (((high - low) * probabilityOfOne) >>> PROBABILITY_BITS);
    int bit = value <= middle ? 1 : 0;
    if (bit != 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> 24 == 0) {
      low = (low << 8) & 0xffffffffL;
      high = ((high << 8) & 0xffffffffL) | 0xff;
      value = ((value << 8) & 0xffffffffL) | next();
    }
    return bit;
  }

  private int next() {
    if (at >= bytes.length + AHEAD) {
      throw new MalformedStreamException(at, "the arithmetic code is cut off");
    }
    int next = at < bytes.length ? bytes[at] & 0xff : 0;
    at++;
    return next;
  }

  /** Checks that the whole stream was used. */
  public void end() {
    if (at < bytes.length) {
      throw new MalformedStreamException(at, "bytes follow the arithmetic code");
    }
  }
}
