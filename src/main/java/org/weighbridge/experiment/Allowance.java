package org.weighbridge.experiment;

/**
 * The predicted loss that is allowed for the measured one to stay in a budget, narrowed down from
 * both sides: strides until one allowance kept the budget and another broke it, then halving.
 */
final class Allowance {
  private static final double ROUNDING = 1e-9;

  private final double finest;
  private double value;
  private double kept = Double.NEGATIVE_INFINITY;
  private double broken = Double.POSITIVE_INFINITY;
  private double stride;

  /**
   * Starts at the budget: losses may add up.
   *
   * @param finest the loss of one sample in percentage points, below which nothing changes
   */
  Allowance(double budget, double finest) {
    this.value = budget;
    this.finest = finest;
    this.stride = finest;
  }

  /** The allowance to try next, in percentage points. */
  double value() {
    return value;
  }

  boolean open() {
    return broken - kept > finest / 2 && value <= 100;
  }

  /** Nothing is predicted to lose as little as was allowed. */
  void unreachable() {
    kept = value;
    value = (kept + broken) / 2;
  }

  /**
   * Learns from a measurement.
   *
   * @param slack how much of the budget was left, negative when it was broken
   */
  void measured(double slack) {
    boolean keeps = keeps(slack);
    if (keeps) {
      kept = value;
    } else {
      broken = value;
    }
    if (Double.isInfinite(kept) || Double.isInfinite(broken)) {
      stride = Math.max(2 * stride, Math.abs(slack));
      value += keeps ? stride : -stride;
    } else {
      value = (kept + broken) / 2;
    }
  }

  static boolean keeps(double slack) {
    return slack > -ROUNDING;
  }
}
