package org.weighbridge.optimizer;

/**
 * Which combinations are wanted.
 *
 * <p>Besides the two plain limits there is one on bytes + price × loss. A combination that is known
 * proves at a price that no better one lies above it, so that a dynamic programme may leave out
 * every sum that cannot come below any more (Dyer, Riha and Walker, A hybrid dynamic
 * programming/branch-and-bound algorithm for the multiple-choice knapsack problem, Journal of
 * Computational and Applied Mathematics 58, 1995).
 *
 * @param loss the largest loss, in the units of {@link Option}
 * @param bytes the largest size
 * @param price in bytes per unit of loss
 * @param value the largest bytes + price × loss
 */
record Limits(long loss, long bytes, double price, double value) {
  /** Relative rounding of sums of many options. */
  private static final double ROUNDING = 1e-9;

  static Limits loss(long loss) {
    return new Limits(loss, Long.MAX_VALUE, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * Only what may be as small as a known combination, within a loss.
   *
   * @param known bytes of the known combination
   */
  static Limits leastSize(long loss, long known, double price) {
    return new Limits(loss, known, price, rounded(known + price * loss));
  }

  /**
   * Only what may lose as little as a known combination, within a size.
   *
   * @param known loss of the known combination
   */
  static Limits leastLoss(long bytes, long known, double price) {
    return new Limits(known, bytes, price, rounded(bytes + price * known));
  }

  private static double rounded(double value) {
    return value + ROUNDING * Math.abs(value) + 1;
  }

  /** What is left of these when layers that are still to come take at least so much. */
  Limits less(long otherLoss, long otherBytes, double otherValue) {
    return new Limits(loss - otherLoss, bytes - otherBytes, price, value - otherValue);
  }

  boolean allow(long someLoss, long someBytes) {
    return someLoss <= loss && someBytes <= bytes && someBytes + price * someLoss <= value;
  }
}
