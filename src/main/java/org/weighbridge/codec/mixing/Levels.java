package org.weighbridge.codec.mixing;

/**
 * Coarse logarithmic levels of counts and sums: contexts should tell 1 from 2, not 100 from 101.
 */
public final class Levels {
  private Levels() {}

  /** Twice the binary logarithm, rounded down to a half step at 1.5; 0 for 0 and 1. */
  public static int halfLog(int value) {
    if (value < 2) {
      return 0;
    }
    int log = 31 - Integer.numberOfLeadingZeros(value);
    return 2 * log + (value >>> (log - 1) & 1);
  }

  /** 0 for nothing, else 1 to 15 by {@link #halfLog}. */
  public static int of(int value) {
    return value <= 0 ? 0 : Math.min(15, 1 + halfLog(value));
  }

  /**
   * 0 to 15: how dense {@code kept} of {@code seen} is, two levels per factor of 2 from 12
   * downwards. Nothing kept is told apart by how much was seen: 13 and 14 while that says little,
   * else 0.
   */
  public static int density(int kept, int seen) {
    if (kept == 0) {
      return seen < 8 ? 13 : seen < 64 ? 14 : 0;
    }
    return Math.clamp(12L + halfLog(5 * kept + 2) - halfLog(5 * seen + 4), 1, 12);
  }
}
