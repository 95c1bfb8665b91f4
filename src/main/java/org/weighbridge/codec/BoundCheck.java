package org.weighbridge.codec;

import java.math.BigDecimal;

/**
 * Decoded weights against the originals.
 *
 * @param maxError the largest |decoded - original| of finite weights
 * @param violations how many weights break the promise of {@link LayerCodec#encode}: an error above
 *     the bound, a zero that is not zero any more where the codec promises that, a NaN or an
 *     infinity with other bits
 */
public record BoundCheck(double maxError, long violations) {
  /** Weights that are looked at together, before any of them is on its own; they stay in cache. */
  private static final int CHUNK = 1 << 12;

  public boolean ok() {
    return violations == 0;
  }

  /** Compares every weight, zeros being promised. The lengths must agree. */
  public static BoundCheck of(float[] original, float[] decoded, double bound) {
    return of(original, decoded, bound, Promise.BOUND);
  }

  /** Compares every weight. The lengths must agree. */
  public static BoundCheck of(float[] original, float[] decoded, double bound, Promise promise) {
    if (original.length != decoded.length) {
      throw new IllegalArgumentException(decoded.length + " values for " + original.length);
    }
    var sum = new BoundCheck(0, 0);
    for (int from = 0; from < original.length; from += CHUNK) {
      int to = Math.min(original.length, from + CHUNK);
      double error = largest(original, decoded, from, to);
      // a NaN or an infinity leaves a NaN or an infinity, which is not below a bound
      boolean fine = error < bound && (!promise.zeros() || zerosKept(original, decoded, from, to));
      sum =
          sum.plus(
              fine
                  ? new BoundCheck(error, 0)
                  : oneByOne(original, decoded, from, to, bound, promise));
    }
    return sum;
  }

  private BoundCheck plus(BoundCheck other) {
    return new BoundCheck(Math.max(maxError, other.maxError), violations + other.violations);
  }

  // These two have no branches, so that they run on several weights at once: a third of the time.

  private static double largest(float[] original, float[] decoded, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs((double) original[i] - decoded[i]));
    }
    return largest;
  }

  /** A magnitude less one has the sign bit of a number below zero for a zero alone. */
  private static boolean zerosKept(float[] original, float[] decoded, int from, int to) {
    int broken = 0;
    for (int i = from; i < to; i++) {
      int x = Float.floatToRawIntBits(original[i]) & Integer.MAX_VALUE;
      int y = Float.floatToRawIntBits(decoded[i]) & Integer.MAX_VALUE;
      broken |= (x - 1) & ~(y - 1);
    }
    return broken >= 0;
  }

  private static BoundCheck oneByOne(
      float[] original, float[] decoded, int from, int to, double bound, Promise promise) {
    double maxError = 0;
    long violations = 0;
    for (int i = from; i < to; i++) {
      float x = original[i];
      float y = decoded[i];
      boolean free = x == 0f && !promise.zeros();
      if (!(free ? within(x, y, bound) : keeps(x, y, bound))) {
        violations++;
      }
      if (Float.isFinite(x)) {
        double error = Math.abs((double) x - y);
        // a NaN in place of a number is an infinite error, and must not hide in a comparison
        maxError = Math.max(maxError, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
      }
    }
    return new BoundCheck(maxError, violations);
  }

  /** Whether {@code decoded} may stand for {@code original}. */
  public static boolean keeps(float original, float decoded, double bound) {
    if (original == 0f) {
      return decoded == 0f;
    }
    if (!Float.isFinite(original)) {
      return Float.floatToRawIntBits(original) == Float.floatToRawIntBits(decoded);
    }
    return within(original, decoded, bound);
  }

  private static boolean within(float original, float decoded, double bound) {
    double error = Math.abs((double) original - decoded);
    // The difference of two floats may need more digits than a double has. Rounding is monotone,
    // so that only an error that rounds to the bound itself is in doubt.
    return error < bound
        || (error == bound && exactError(original, decoded).compareTo(new BigDecimal(bound)) <= 0);
  }

  private static BigDecimal exactError(float original, float decoded) {
    return new BigDecimal(original).subtract(new BigDecimal(decoded)).abs();
  }
}
