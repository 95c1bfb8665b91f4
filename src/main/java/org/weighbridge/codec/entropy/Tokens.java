package org.weighbridge.codec.entropy;

/**
 * Symbols as tokens with a table, and bits beside them that are taken as random. Symbols below
 * {@value #DIRECT} are tokens themselves; above, a token holds the place of the highest bit and the
 * three bits below it, the rest stands beside.
 */
final class Tokens {
  private static final int DIRECT = 32;
  private static final int DIRECT_BITS = 5;
  private static final int HELD = 3;

  /** The largest symbol, 2^25 + 1, and those of its length have the last tokens. */
  static final int COUNT = DIRECT + ((26 - DIRECT_BITS) << HELD);

  private Tokens() {}

  static int of(int symbol) {
    if (symbol < DIRECT) {
      return symbol;
    }
    int place = 31 - Integer.numberOfLeadingZeros(symbol);
    return DIRECT - (1 << HELD) + ((place - DIRECT_BITS) << HELD) + (symbol >>> (place - HELD));
  }

  /** Whether nothing stands beside some tokens. */
  static boolean allDirect(byte[] tokens, int from, int count) {
    int all = 0;
    for (int i = from; i < from + count; i++) {
      all |= tokens[i];
    }
    return (all & -DIRECT) == 0;
  }

  /** How many bits stand beside a token. */
  static int beside(int token) {
    return token < DIRECT ? 0 : ((token - DIRECT) >>> HELD) + DIRECT_BITS - HELD;
  }

  /** The symbol of a token when the bits beside it are zero. */
  static int first(int token) {
    return token < DIRECT ? token : ((1 << HELD) | (token & ((1 << HELD) - 1))) << beside(token);
  }
}
