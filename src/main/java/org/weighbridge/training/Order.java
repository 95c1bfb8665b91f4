package org.weighbridge.training;

import org.weighbridge.dataset.digits.SplitMix;

/** Random numbers of a training: each epoch and step has its own, whatever came before. */
@SuppressWarnings("EnumOrdinal") // the stages' order is part of the format
final class Order {
  /** Streams apart from those that data is drawn from. */
  private static final int SHUFFLING = 0x5000;

  private static final int DROPOUT = 0x6000;

  private Order() {}

  /** The sample numbers in the order of an epoch. */
  static int[] of(long seed, Stage stage, int epoch, int count) {
    return SplitMix.of(seed, SHUFFLING + stage.ordinal(), epoch).permutation(count);
  }

  /** Decides which units stay out of a step. */
  static long dropout(long seed, Stage stage, long step) {
    return SplitMix.of(seed, DROPOUT + stage.ordinal(), Math.toIntExact(step)).next();
  }
}
