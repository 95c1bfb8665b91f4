package org.weighbridge.optimizer;

/**
 * The exact optimizer beside two others: the relaxation is never larger, the greedy choice never
 * smaller. The relaxation's gap bounds what finer assessed bounds could save at these losses.
 *
 * @param maxLossPoints the budget, in percentage points of predicted loss
 * @param exactBytes size of the whole file, by dynamic programming
 * @param relaxedBytes by Lagrangian relaxation
 * @param greedyBytes by the greedy choice
 */
public record CrossCheck(
    double maxLossPoints, long exactBytes, double relaxedBytes, long greedyBytes) {
  /** How far the exact size is above the relaxation, as a fraction of the exact size. */
  public double relaxedGap() {
    return (exactBytes - relaxedBytes) / exactBytes;
  }

  /** How far the greedy size is above the exact one, as a fraction of the exact size. */
  public double greedyGap() {
    return (double) (greedyBytes - exactBytes) / exactBytes;
  }
}
