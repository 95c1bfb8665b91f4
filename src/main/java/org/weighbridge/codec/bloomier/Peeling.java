package org.weighbridge.codec.bloomier;

import java.util.Arrays;
import java.util.Optional;
import org.weighbridge.job.Progress;

/**
 * An order in which every key has a cell that no key after it touches: so that, set from the last
 * key to the first, every key can decide what its cells add up to (Molloy, 2005: nearly always
 * there is one when cells are 1.23 times as many as keys).
 *
 * <p>A cell that one key alone touches is peeled off together with its key, which leaves its other
 * two cells with one key less. All that is kept of a cell is the number of its keys and their xor,
 * which is the key itself when it is one.
 *
 * @param cells each key's own cell, in the order of peeling
 * @param keys indexed by cell: whose own it is
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the filter, never written to
record Peeling(int[] cells, int[] keys) {
  private static final int BETWEEN_CHECKS = 1 << 16;

  /**
   * Peels, in time and memory linear in the number of keys.
   *
   * @param keys all different
   * @return empty when a core is left in which every cell has two keys or more
   */
  static Optional<Peeling> of(int[] keys, FourHashes hashes, Progress progress) {
    byte[] counts = new byte[hashes.cells()];
    int[] xors = new int[hashes.cells()];
    for (int i = 0; i < keys.length; i++) {
      if (i % BETWEEN_CHECKS == 0) {
        progress.check();
      }
      int key = keys[i];
      long spread = hashes.spread(key);
      int a = hashes.first(spread);
      int b = hashes.second(spread);
      int c = hashes.last(FourHashes.again(spread));
      if (counts[a] == Byte.MAX_VALUE
          || counts[b] == Byte.MAX_VALUE
          || counts[c] == Byte.MAX_VALUE) {
        return Optional.empty();
      }
      counts[a]++;
      counts[b]++;
      counts[c]++;
      xors[a] ^= key;
      xors[b] ^= key;
      xors[c] ^= key;
    }
    return peeled(keys.length, hashes, counts, xors, progress);
  }

  private static Optional<Peeling> peeled(
      int keys, FourHashes hashes, byte[] counts, int[] xors, Progress progress) {
    // cells wait in a queue; those that are peeled stay in front of it, in order
    int[] queue = new int[counts.length];
    int waiting = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] == 1) {
        queue[waiting++] = cell;
      }
    }
    int peeled = 0;
    for (int next = 0; next < waiting; next++) {
      if (next % BETWEEN_CHECKS == 0) {
        progress.check();
      }
      int own = queue[next];
      if (counts[own] == 0) {
        continue; // its key went with another cell
      }
      int key = xors[own];
      queue[peeled++] = own;
      counts[own] = 0;
      long spread = hashes.spread(key);
      waiting = lessen(hashes.first(spread), own, key, counts, xors, queue, waiting);
      waiting = lessen(hashes.second(spread), own, key, counts, xors, queue, waiting);
      int last = hashes.last(FourHashes.again(spread));
      waiting = lessen(last, own, key, counts, xors, queue, waiting);
    }
    return peeled == keys
        ? Optional.of(new Peeling(Arrays.copyOf(queue, peeled), xors))
        : Optional.empty();
  }

  /** Takes a key out of another cell of it. */
  private static int lessen(
      int cell, int own, int key, byte[] counts, int[] xors, int[] queue, int waiting) {
    if (cell == own) {
      return waiting;
    }
    xors[cell] ^= key;
    if (--counts[cell] == 1) {
      queue[waiting++] = cell;
    }
    return waiting;
  }
}
