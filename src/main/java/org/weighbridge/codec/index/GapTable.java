package org.weighbridge.codec.index;

import java.util.Arrays;
import org.weighbridge.codec.rans.Frequencies;

/**
 * Gaps between kept weights that are as likely as their density says: geometric, so that a density
 * is the whole table. A gap is a token, gap / 2^shift, with the remainder beside it. The highest
 * token, the escape, moves on by as much as all others reach and keeps nothing: what follows it is
 * geometric again, so that it costs nothing either.
 *
 * @param frequencies those of the tokens
 * @param shift bits beside each token but the escape
 * @param perPosition expected tokens, escapes included, per position
 */
record GapTable(Frequencies frequencies, int shift, double perPosition) {
  /** Levels of density: odds of keeping a weight are 2^(level / 4), from 2^-18 to 2^(47/4). */
  static final int LEAST = -72;

  static final int MOST = 47;

  /** 2^(i / 4). */
  private static final double[] QUARTERS = {
    1, 0x1.306fe0a31b715p0, 0x1.6a09e667f3bcdp0, 0x1.ae89f995ad3adp0
  };

  private static final int MAX_TOKENS = 255;

  /** The remainder of a gap is taken as random: a token must be less likely than this. */
  private static final double FINE = 1 / 8.0;

  /** The level next to a density of {@code kept} of {@code all}. */
  static int level(long kept, long all) {
    double odds = (kept + 0.5) / (all - kept + 0.5);
    long level = Math.round(4 * StrictMath.log(odds) / StrictMath.log(2));
    return Math.clamp(level, LEAST, MOST);
  }

  static GapTable of(int level) {
    double odds = Math.scalb(QUARTERS[level & 3], level >> 2);
    double density = odds / (1 + odds);
    double none = 1 / (1 + odds);
    int shift = 0;
    while (1 - none * none < FINE) {
      none *= none;
      shift++;
    }
    int total = 1 << Frequencies.BITS;
    int[] shares = new int[MAX_TOKENS];
    int tokens = 0;
    double left = 1;
    int below = 0;
    while (tokens < MAX_TOKENS - 1) {
      int next = (int) (total * (1 - left * none) + 0.5);
      if (next == below || next == total) {
        break;
      }
      left *= none;
      shares[tokens++] = next - below;
      below = next;
    }
    shares[tokens++] = total - below;
    var frequencies = Frequencies.proportional(Arrays.copyOf(shares, tokens));
    return new GapTable(frequencies, shift, density / (1 - left));
  }

  /** About how many tokens so many positions take. */
  int expected(int positions) {
    return (int) Math.min(positions, positions * perPosition);
  }

  /** The token that keeps nothing. */
  int escape() {
    return frequencies.tokens() - 1;
  }

  /** Positions that the escape moves on. */
  int reach() {
    return escape() << shift;
  }
}
