package org.weighbridge.codec.zfp;

import java.util.Arrays;

/**
 * Codes one block of 4^d floats with an absolute tolerance: block floating point, {@link
 * Transform}, order of sequency, negabinary, {@link BitPlanes}.
 *
 * <p>Block: one 0 bit when all its values become 0; else a 1, the exponent of the largest magnitude
 * (8 bits, 127 + the e of m · 2^e with m from 1/2 to 1), and as many bit planes as the tolerance
 * leaves of the 32. Not thread-safe.
 */
final class BlockCoder {
  private static final int EXPONENT_BITS = 8;
  private static final int EXPONENT_BIAS = 127;

  /** Integers keep two bits above the largest magnitude. */
  private static final int FRACTION_BITS = Integer.SIZE - 2;

  /** Added and xored: two's complement to base -2. */
  private static final int NEGABINARY = 0xaaaaaaaa;

  private static final int[] ORDER_1 = {0, 1, 2, 3};

  /** By i + j, then by i² + j². */
  private static final int[] ORDER_2 = {0, 1, 4, 5, 2, 8, 6, 9, 3, 12, 10, 7, 13, 11, 14, 15};

  private final int dimensions;
  private final int leastExponent;
  private final int[] order;
  private final int[] integers;
  private final int[] coefficients;

  /**
   * A coder.
   *
   * @param dimensions 1 or 2
   * @param tolerance positive; what lies below the largest power of two in it is not coded
   */
  BlockCoder(int dimensions, double tolerance) {
    this.dimensions = dimensions;
    leastExponent = Math.getExponent(tolerance);
    order = dimensions == 1 ? ORDER_1 : ORDER_2;
    integers = new int[order.length];
    coefficients = new int[order.length];
  }

  /** Values of a block: 4 or 16. */
  int size() {
    return order.length;
  }

  /**
   * Writes a block.
   *
   * @param block finite values; they become what they decode to
   */
  void write(float[] block, BitOutput out) {
    int exponent = exponent(block);
    int planes = planes(exponent);
    if (planes == 0) {
      out.write(0, 1);
      Arrays.fill(block, 0f);
      return;
    }
    out.write(2L * exponent + 1, 1 + EXPONENT_BITS);
    double scale = power(FRACTION_BITS + EXPONENT_BIAS - exponent);
    for (int i = 0; i < block.length; i++) {
      integers[i] = (int) (scale * block[i]);
    }
    Transform.forward(integers);
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = toNegabinary(integers[order[i]]);
    }
    BitPlanes.write(coefficients, planes, out);
    int written = -1 << (Integer.SIZE - planes);
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] &= written;
    }
    reconstruct(exponent, block);
  }

  /** Reads a block. */
  void read(BitInput in, float[] block) {
    if (in.read(1) == 0) {
      Arrays.fill(block, 0f);
      return;
    }
    int exponent = (int) in.read(EXPONENT_BITS);
    BitPlanes.read(in, coefficients, planes(exponent));
    reconstruct(exponent, block);
  }

  private void reconstruct(int exponent, float[] block) {
    for (int i = 0; i < coefficients.length; i++) {
      integers[order[i]] = fromNegabinary(coefficients[i]);
    }
    Transform.inverse(integers);
    double scale = power(exponent - EXPONENT_BIAS - FRACTION_BITS);
    for (int i = 0; i < block.length; i++) {
      // first a float, as the library does
      block[i] = (float) (scale * (float) integers[i]);
    }
  }

  /** Of the largest magnitude, biased; 0 when there are only zeros. */
  private static int exponent(float[] block) {
    int largest = 0;
    for (float value : block) {
      largest = Math.max(largest, Float.floatToRawIntBits(value) & Integer.MAX_VALUE);
    }
    return largest == 0 ? 0 : (largest >>> 23) + 1;
  }

  /** How many bit planes of a block matter; 2 (d + 1) for what transform and truncation add up. */
  private int planes(int exponent) {
    if (exponent == 0) {
      return 0;
    }
    int above = exponent - EXPONENT_BIAS - leastExponent;
    return Math.clamp(above + 2L * (dimensions + 1), 0, Integer.SIZE);
  }

  private static double power(int exponent) {
    return Math.scalb(1.0, exponent);
  }

  static int toNegabinary(int value) {
    return (value + NEGABINARY) ^ NEGABINARY;
  }

  static int fromNegabinary(int digits) {
    return (digits ^ NEGABINARY) - NEGABINARY;
  }
}
