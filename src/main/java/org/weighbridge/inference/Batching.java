package org.weighbridge.inference;

import java.util.BitSet;

/**
 * Samples divided into batches, the same for every run: sums in another order would differ in their
 * last bits.
 *
 * @param samples how many there are
 * @param rows how many a batch holds
 * @param padded whether the last batch is filled up to {@code rows}
 */
record Batching(int samples, int rows, boolean padded) {
  private static final int MOST_ROWS = 1000;
  private static final int WANTED = 16;
  private static final int TINY_ROWS = 64;
  private static final long CACHED_BYTES = 4L << 20;
  private static final int FEW_ROWS = 4;
  private static final long MOST_BYTES = 64L << 20;

  /**
   * Batches as the graph insists on, or of at most 1000 samples, so many that the largest tensor of
   * a batch is about 4 MB: then what one operator writes is still in the processor's cache when the
   * next one reads it. At least four, as long as that is no more than 64 MB: weights are read from
   * memory once for each batch.
   *
   * @param largest the bytes that the largest tensor takes for one sample
   */
  static Batching of(int samples, long largest, int fixedBatch) {
    if (fixedBatch > 0) {
      return new Batching(samples, fixedBatch, true);
    }
    long each = Math.max(1, largest);
    long few = Math.clamp(MOST_BYTES / each, 1, FEW_ROWS);
    int most = Math.clamp(Math.ceilDiv(samples, WANTED), TINY_ROWS, MOST_ROWS);
    return new Batching(samples, Math.clamp(CACHED_BYTES / each, (int) few, most), false);
  }

  /** All batches. */
  BitSet all() {
    var batches = new BitSet();
    batches.set(0, count());
    return batches;
  }

  /** The batches of some samples. */
  BitSet batchesOf(BitSet some) {
    var batches = new BitSet();
    some.stream().forEach(sample -> batches.set(sample / rows));
    return batches;
  }

  int count() {
    return Math.ceilDiv(samples, rows);
  }

  /** The first sample of a batch. */
  int from(int batch) {
    return batch * rows;
  }

  /** The number of samples in a batch. */
  int size(int batch) {
    return Math.min(rows, samples - from(batch));
  }

  /** The number of samples fed, padding included. */
  int fed(int batch) {
    return padded ? rows : size(batch);
  }
}
