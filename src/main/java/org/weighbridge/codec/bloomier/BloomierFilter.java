package org.weighbridge.codec.bloomier;

import java.util.function.IntUnaryOperator;
import org.weighbridge.job.Progress;

/**
 * A map from keys to codes that does not hold the keys (Chazelle et al., 2004): the code of a key
 * is its mask xor its three cells. Any other key comes out as a random number of the same bits.
 *
 * @param hashes where a key's cells are
 * @param bits of a cell
 * @param cells each below 2^bits; those that no key owns are 0
 */
@SuppressWarnings("ArrayRecordComponent") // made once, then only read
record BloomierFilter(FourHashes hashes, int bits, char[] cells) {
  /** Above the threshold of 1.222 below which peeling three cells per key fails. */
  private static final double CELLS_PER_KEY = 1.23;

  private static final int SPARE_CELLS = 32;

  private static final int MOST_TRIES = 1000;

  /**
   * Builds a filter, with the first seed from 0 on that works.
   *
   * @param keys all different
   * @param code of a key, below 2^bits
   * @param bits 1 to 16
   */
  static BloomierFilter of(int[] keys, IntUnaryOperator code, int bits, Progress progress) {
    int third = (int) Math.ceil((CELLS_PER_KEY * keys.length + SPARE_CELLS) / 3);
    for (int seed = 0; seed < MOST_TRIES; seed++) {
      var hashes = new FourHashes(seed, third);
      var peeling = Peeling.of(keys, hashes, progress);
      if (peeling.isPresent()) {
        return filled(hashes, peeling.get(), code, bits, progress);
      }
    }
    throw new IllegalStateException("no seed of " + MOST_TRIES + " serves " + keys.length);
  }

  private static BloomierFilter filled(
      FourHashes hashes, Peeling peeling, IntUnaryOperator code, int bits, Progress progress) {
    var filter = new BloomierFilter(hashes, bits, new char[hashes.cells()]);
    for (int i = peeling.cells().length - 1; i >= 0; i--) {
      if (i % (1 << 16) == 0) {
        progress.check();
      }
      int own = peeling.cells()[i];
      int key = peeling.keys()[own];
      filter.cells[own] = (char) (filter.get(key) ^ code.applyAsInt(key));
    }
    return filter;
  }

  /** The code of a key; anything below 2^bits of what is none. */
  int get(int key) {
    long spread = hashes.spread(key);
    long again = FourHashes.again(spread);
    return cells[hashes.first(spread)]
        ^ cells[hashes.second(spread)]
        ^ cells[hashes.last(again)]
        ^ FourHashes.mask(again, bits);
  }
}
