package org.weighbridge.codec.joint;

import org.weighbridge.codec.mixing.BitCoder;

/** Counts what the bits that pass cost: by the code length of their probabilities. */
final class MeteredCoder implements BitCoder {
  private final BitCoder coder;
  private double nats;

  MeteredCoder(BitCoder coder) {
    this.coder = coder;
  }

  @Override
  public int code(int bit, int probabilityOfOne) {
    int one = 1 << PROBABILITY_BITS;
    nats -= Math.log((double) (bit == 0 ? one - probabilityOfOne : probabilityOfOne) / one);
    return coder.code(bit, probabilityOfOne);
  }

  /** Whole bytes, rounded. */
  int bytes() {
    return (int) Math.round(nats / Math.log(2) / 8);
  }
}
