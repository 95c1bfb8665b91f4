package org.weighbridge.inference;

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
  private static final long MOST_BYTES = 32L << 20;

  /** Batches as the graph insists on, or of at most 1000 samples and 32 MB of input. */
  static Batching of(int samples, int sampleSize, int fixedBatch) {
    if (fixedBatch > 0) {
      return new Batching(samples, fixedBatch, true);
    }
    long fitting = MOST_BYTES / Math.max(1, 4L * sampleSize);
    return new Batching(samples, Math.clamp(fitting, 1, MOST_ROWS), false);
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
