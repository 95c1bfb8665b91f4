package org.weighbridge.checkpoint.coding;

import org.weighbridge.job.WorkPool;

/** How many blocks are worked on beside each other: as many as threads, and as memory allows. */
final class Ahead {
  /**
   * Reckoned for a block while it is coded, decoded and checked: generous, so that a heap of 1 GB
   * sufficed for a checkpoint of 2 GB, docs/benchmarks.md.
   */
  private static final int BYTES_PER_WEIGHT = 40;

  /** Of the heap; the rest is for results and for garbage. */
  private static final double SHARE = 0.75;

  private Ahead() {}

  /** Blocks of that many weights that are begun and not taken. */
  static int of(int block) {
    long room = (long) (SHARE * Runtime.getRuntime().maxMemory());
    long fit = Math.max(1, room / ((long) BYTES_PER_WEIGHT * block));
    int threads = WorkPool.threads();
    // a slow block must not keep the others waiting: finished ones take little
    return (int) (fit >= threads ? Math.min(fit, 2L * threads) : fit);
  }
}
