package org.weighbridge.codec.lossless;

/**
 * The last place where the bytes at hand stood before: what followed there is likely to follow
 * here.
 */
final class Match {
  private static final int LEAST = 4;
  private static final int TABLE_BITS = 16;
  private static final int LONGEST = 31;

  private final byte[] bytes;

  /** The place after the last occurrence of four bytes, by their hash; 0 for none. */
  private final int[] places = new int[1 << TABLE_BITS];

  private int place;
  private int length;

  Match(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes note of the byte before {@code at} and finds what stood there before. */
  void advance(int at) {
    if (length > 0 && bytes[place] == bytes[at - 1]) {
      place++;
      length = Math.min(LONGEST, length + 1);
    } else {
      length = 0;
    }
    if (at >= LEAST) {
      int last4 = 0;
      for (int i = at - LEAST; i < at; i++) {
        last4 = (last4 << 8) | (bytes[i] & 0xff);
      }
      int slot = (last4 * 0x9e3779b1) >>> (32 - TABLE_BITS);
      if (length == 0 && places[slot] > 0) {
        place = places[slot];
        length = 1;
      }
      places[slot] = at;
    }
  }

  /**
   * What the match says about the next bit: 0 for nothing, else 2 × length + the expected bit.
   *
   * @param known the bits of the byte known so far behind a leading 1
   * @param bit the place of the next bit, 7 to 0
   */
  int expect(int known, int bit) {
    int expected = (bytes[place] & 0xff) | 0x100;
    return length == 0 || expected >>> (bit + 1) != known
        ? 0
        : (length << 1) | ((expected >>> bit) & 1);
  }
}
