package org.weighbridge.codec;

/**
 * What a codec promises of decoded weights, beside that NaN and infinities come back bit for bit.
 * Whatever it promises, the stream's bound is kept: of codecs that are asked for none it is the
 * bound that they reached.
 */
public enum Promise {
  /** The error bound that was asked for, and zeros stay zero. */
  BOUND(true),
  /** Zeros stay zero. How large errors are is seen afterwards. */
  ZEROS(true),
  /** Zeros may come back as other values. How large errors are is seen afterwards. */
  NONE(false);

  private final boolean zeros;

  Promise(boolean zeros) {
    this.zeros = zeros;
  }

  /** Whether zeros stay zero (-0.0 may come back as 0.0). */
  public boolean zeros() {
    return zeros;
  }
}
