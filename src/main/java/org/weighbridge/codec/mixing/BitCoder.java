package org.weighbridge.codec.mixing;

/**
 * One binary decision through an arithmetic coder. Encoder and decoder share this method, so that
 * one walk over the data, written once, both encodes and decodes.
 */
public interface BitCoder {
  /** Probabilities are in units of 1 / 2^16. */
  int PROBABILITY_BITS = 16;

  /**
   * Codes a bit.
   *
   * @param bit what to encode, 0 or 1; ignored when decoding
   * @param probabilityOfOne 1 to 65535
   * @return the bit that was encoded or decoded
   */
  int code(int bit, int probabilityOfOne);
}
