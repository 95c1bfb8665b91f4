package org.weighbridge.codec.mixing;

import java.util.Arrays;

/**
 * Binary arithmetic coder without carries, after Mahoney's lpaq: an interval [low, high] of 32 bits
 * is split at each bit in proportion to its probability; leading bytes that both ends share are
 * written.
 */
public final class ArithmeticEncoder implements BitCoder {
  private byte[] bytes = new byte[256];
  private int size;
  private long low;
  private long high = 0xffffffffL;

  @Override
  public int code(int bit, int probabilityOfOne) {
    long middle = low + (((high - low) * probabilityOfOne) >>> PROBABILITY_BITS);
    if (bit != 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> 24 == 0) {
      append((int) (high >>> 24));
      low = (low << 8) & 0xffffffffL;
      high = ((high << 8) & 0xffffffffL) | 0xff;
    }
    return bit;
  }

  private void append(int next) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) next;
  }

  /** Ends the stream with the fewest bytes that, zeros following, lie in the interval. */
  public byte[] finish() {
    for (int count = 0; ; count++) {
      long step = 1L << (32 - 8 * count);
      long value = (low + step - 1) / step * step;
      if (value <= high) {
        for (int i = 0; i < count; i++) {
          append((int) (value >>> (24 - 8 * i)));
        }
        return Arrays.copyOf(bytes, size);
      }
    }
  }
}
