package org.weighbridge.optimizer;

import java.util.List;

/**
 * The Lagrangian relaxation of the least size within a loss: every unit of loss has a price in
 * bytes, and each layer for itself takes the cheapest point of its convex hull. At the best price
 * this is the linear programme of the multiple-choice knapsack (Sinha and Zoltners, The
 * multiple-choice knapsack problem, Operations Research 27, 1979).
 *
 * @param bytes of all layers together; no choice within the loss is smaller
 * @param price bytes that one more unit of loss saves; 0 where more loss saves nothing
 */
record Relaxation(double bytes, double price) {
  /**
   * Solves it.
   *
   * @param layers the options of each layer, undominated, by ascending loss
   * @param maxLoss at least the least loss of all layers
   */
  static Relaxation of(List<List<Option>> layers, long maxLoss) {
    double bytes = layers.stream().mapToLong(options -> options.getFirst().bytes()).sum();
    long left = maxLoss - ParetoSums.leastLoss(layers);
    for (var step : HullStep.all(layers)) {
      if (step.lost() > left) {
        return new Relaxation(bytes - step.rate() * left, step.rate());
      }
      bytes -= step.saved();
      left -= step.lost();
    }
    return new Relaxation(bytes, 0);
  }
}
