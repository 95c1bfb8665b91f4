package org.weighbridge.codec.zfp;

/**
 * ZFP's embedded coding of the coefficients of a block, from the highest bit plane down.
 *
 * <p>A plane begins with the bits of the first n coefficients as they are, n being how many were
 * needed for the ones of the planes above. The others are tested as a group: a 0 says that none has
 * a one in this plane; a 1 that one has, then zeros and a one lead to it (the one is left out where
 * only the last coefficient can be meant), n moves behind it, and the rest is tested again.
 */
final class BitPlanes {
  private BitPlanes() {}

  /**
   * Writes the highest planes.
   *
   * @param coefficients 4 or 16, in negabinary, the likely large ones first
   * @param planes 1 to 32
   */
  static void write(int[] coefficients, int planes, BitOutput out) {
    int size = coefficients.length;
    int any = 0;
    for (int coefficient : coefficients) {
      any |= coefficient;
    }
    int empty = Math.min(planes, Integer.numberOfLeadingZeros(any));
    out.write(0, empty);
    int n = 0;
    for (int plane = 31 - empty; plane >= 32 - planes; plane--) {
      int ones = plane(coefficients, plane);
      // at most 33 bits: n as they are, two for each of the others, and the last test
      long bits = ones & (1 << n) - 1;
      int count = n;
      ones >>>= n;
      while (n < size) {
        if (ones == 0) {
          count++;
          break;
        }
        int zeros = Integer.numberOfTrailingZeros(ones);
        bits |= 1L << count;
        count += 1 + zeros;
        n += zeros + 1;
        ones >>>= zeros + 1;
        if (n < size) {
          bits |= 1L << count;
          count++;
        }
      }
      out.write(bits, count);
    }
  }

  private static int plane(int[] coefficients, int plane) {
    int ones = 0;
    for (int i = 0; i < coefficients.length; i++) {
      ones |= (coefficients[i] >>> plane & 1) << i;
    }
    return ones;
  }

  /** The inverse: bits of other planes become 0. */
  static void read(BitInput in, int[] coefficients, int planes) {
    java.util.Arrays.fill(coefficients, 0);
    int size = coefficients.length;
    int n = 0;
    for (int plane = 31; plane >= 32 - planes; plane--) {
      // a plane has fewer bits than are shown
      long bits = in.peek();
      int ones = (int) bits & (1 << n) - 1;
      int count = n;
      while (n < size) {
        boolean group = (bits >>> count & 1) != 0;
        count++;
        if (!group) {
          break;
        }
        int zeros = Math.min(Long.numberOfTrailingZeros(bits >>> count), size - 1 - n);
        count += zeros;
        n += zeros;
        ones |= 1 << n;
        n++;
        if (n < size) {
          count++;
        }
      }
      in.skip(count);
      for (; ones != 0; ones &= ones - 1) {
        coefficients[Integer.numberOfTrailingZeros(ones)] |= 1 << plane;
      }
    }
  }
}
