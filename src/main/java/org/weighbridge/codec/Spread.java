package org.weighbridge.codec;

/**
 * What bounds are derived from: how wide values spread. Of parts of a tensor it adds up.
 *
 * @param least the least finite value; positive infinity when there is none
 * @param most the largest finite value; negative infinity when there is none
 * @param finite the number of finite values
 * @param nonZero the number of finite values that are not zero
 */
public record Spread(float least, float most, long finite, long nonZero) {
  /** Of no values. */
  public static final Spread NONE =
      new Spread(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, 0);

  /** Of some values. */
  public static Spread of(float[] values) {
    float least = NONE.least;
    float most = NONE.most;
    long finite = 0;
    long nonZero = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        finite++;
        nonZero += value == 0 ? 0 : 1;
      }
    }
    return new Spread(least, most, finite, nonZero);
  }

  /** Of these values and others. */
  public Spread plus(Spread other) {
    return new Spread(
        Math.min(least, other.least),
        Math.max(most, other.most),
        finite + other.finite,
        nonZero + other.nonZero);
  }

  /** Maximum - minimum of the finite values, 0 when there are none. */
  public double range() {
    return Math.max(0, (double) most - least);
  }

  /** The largest magnitude of a finite value, 0 when there is none. */
  public double largest() {
    return finite == 0 ? 0 : Math.max(Math.abs(least), Math.abs(most));
  }
}
