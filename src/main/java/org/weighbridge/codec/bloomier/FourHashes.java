package org.weighbridge.codec.bloomier;

/**
 * The four hash functions of a key: three cells, one in each third of the table, and a mask.
 *
 * <p>The key, moved by the seed, goes through the finalizer of SplitMix64 (Steele, Lea and Flood,
 * 2014, with Stafford's constants) twice; each of the four takes 32 bits of the two results.
 *
 * @param seed which functions; a construction that fails takes the next ones
 * @param third cells in each third of the table, at least 1
 */
record FourHashes(int seed, int third) {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  int cells() {
    return 3 * third;
  }

  /** What the first two cells follow from. */
  long spread(int key) {
    return mix(key + (seed + 1L) * GOLDEN);
  }

  /** What the last cell and the mask follow from. */
  static long again(long spread) {
    return mix(spread + GOLDEN);
  }

  int first(long spread) {
    return scaled(spread & 0xffffffffL);
  }

  int second(long spread) {
    return third + scaled(spread >>> 32);
  }

  int last(long again) {
    return 2 * third + scaled(again >>> 32);
  }

  static int mask(long again, int bits) {
    return (int) again & ((1 << bits) - 1);
  }

  private int scaled(long word) {
    return (int) ((word * third) >>> 32);
  }

  private static long mix(long x) {
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
