package org.weighbridge.codec.codebook;

/**
 * What sharing weights saves by itself: Deep Compression's equation (1), without entropy coding.
 */
public final class CompressionRate {
  private CompressionRate() {}

  /**
   * r = nb / (n log2 k + kb): the bits of n weights over the bits of their codes and the codebook.
   *
   * @param weights n, those that have a code
   * @param values k, entries of the codebook, at least 1
   * @param bits b, of a weight as it was
   */
  public static double of(long weights, int values, int bits) {
    return (double) weights * bits / (weights * log2(values) + (double) values * bits);
  }

  private static double log2(int value) {
    return Math.log(value) / Math.log(2);
  }
}
