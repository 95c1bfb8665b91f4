package org.weighbridge.codec.mixing;

/**
 * The logistic function and its inverse in integers. Probabilities are in units of 1 / 2^16, their
 * logits ln(p / (1 - p)) in units of 1 / 256.
 */
final class Logistic {
  /** Logits are clamped to ± this: 12. */
  static final int LIMIT = 3072;

  private static final int STRETCH_BITS = 12;
  private static final char[] SQUASH = new char[2 * LIMIT + 1];
  private static final short[] STRETCH = new short[1 << STRETCH_BITS];

  static {
    for (int logit = -LIMIT; logit <= LIMIT; logit++) {
      double p = 65536 / (1 + StrictMath.exp(-logit / 256.0));
      SQUASH[logit + LIMIT] = (char) Math.clamp(Math.round(p), 1, 65535);
    }
    for (int i = 0; i < STRETCH.length; i++) {
      double p = (i + 0.5) / STRETCH.length;
      STRETCH[i] = (short) Math.round(256 * StrictMath.log(p / (1 - p)));
    }
  }

  private Logistic() {}

  /** The probability, 1 to 65535, of a logit. */
  static int squash(int logit) {
    return SQUASH[Math.clamp(logit, -LIMIT, LIMIT) + LIMIT];
  }

  /** The logit of a probability, 0 to 65535; its 12 highest bits count. */
  static int stretch(int probability) {
    return STRETCH[probability >>> (16 - STRETCH_BITS)];
  }
}
