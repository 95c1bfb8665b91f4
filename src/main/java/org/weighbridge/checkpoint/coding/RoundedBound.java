package org.weighbridge.checkpoint.coding;

import org.weighbridge.checkpoint.ElementType;

/**
 * The bound to code with, so that a bound is kept by the values as they are written.
 *
 * <p>Let x be an original, y its decoded value with |y - x| &le; b', z the number of the file's
 * type that is nearest to y. x is a number of this type, too, so that |z - y| &le; |x - y| and |z -
 * x| &le; 2 b'. And |z - y| is at most half the distance of neighbouring numbers, h at the largest
 * magnitude there is, so that |z - x| &le; b' + h. Both are at most b for b' = max(b / 2, b - h).
 */
final class RoundedBound {
  private RoundedBound() {}

  /**
   * The bound to code with.
   *
   * @param bound to be kept by what is written
   * @param largest the largest magnitude of a finite original
   */
  static double of(ElementType type, double bound, double largest) {
    if (type == ElementType.FLOAT32) {
      return bound;
    }
    double inner = Math.max(bound / 2, bound - halfStep(type, largest + bound));
    return Math.max(Double.MIN_VALUE, inner);
  }

  /** Half the distance of neighbouring numbers at a magnitude. */
  static double halfStep(ElementType type, double magnitude) {
    boolean half = type == ElementType.FLOAT16;
    int leastExponent = half ? -14 : Float.MIN_EXPONENT;
    int mantissa = half ? 10 : 7;
    int exponent = Math.max(leastExponent, Math.getExponent(magnitude));
    return Math.scalb(1.0, exponent - mantissa - 1);
  }
}
