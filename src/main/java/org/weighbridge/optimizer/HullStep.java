package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A move of one layer between neighbours on the lower convex hull of its options.
 *
 * @param layer its index
 * @param from the option with less loss
 * @param to the option with fewer bytes
 */
record HullStep(int layer, Option from, Option to) {
  /** Bytes saved. */
  long saved() {
    return from.bytes() - to.bytes();
  }

  /** Loss added, in the units of {@link Option}. */
  long lost() {
    return to.loss() - from.loss();
  }

  /** Bytes saved per unit of loss. */
  double rate() {
    return (double) saved() / lost();
  }

  /**
   * The steps of all layers, best rate first; within a layer that is the order of the hull.
   *
   * @param layers the options of each layer, undominated, by ascending loss
   */
  static List<HullStep> all(List<List<Option>> layers) {
    var steps = new ArrayList<HullStep>();
    for (int layer = 0; layer < layers.size(); layer++) {
      steps.addAll(of(layer, layers.get(layer)));
    }
    steps.sort(Comparator.comparingDouble(HullStep::rate).reversed());
    return steps;
  }

  private static List<HullStep> of(int layer, List<Option> options) {
    var hull = new ArrayList<HullStep>();
    for (int i = 1; i < options.size(); i++) {
      var step = new HullStep(layer, options.get(i - 1), options.get(i));
      while (!hull.isEmpty() && hull.getLast().rate() <= step.rate()) {
        step = new HullStep(layer, hull.removeLast().from(), step.to());
      }
      hull.add(step);
    }
    return hull;
  }
}
