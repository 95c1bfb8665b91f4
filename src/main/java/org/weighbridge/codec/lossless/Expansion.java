package org.weighbridge.codec.lossless;

/**
 * How far a large section may expand. Zstd makes a gigabyte of thirty thousand bytes when they ask
 * for it; weights never pack like that, and what does is stored as it is.
 */
final class Expansion {
  /** Below these bytes everything is plausible: a network may begin with zeros. */
  private static final long FREE = 64 << 20;

  private static final long MOST = 1024;

  private Expansion() {}

  static boolean plausible(long raw, long packed) {
    return raw <= FREE || raw / MOST <= packed;
  }
}
