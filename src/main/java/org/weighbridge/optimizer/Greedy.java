package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.List;

/** The obvious way to fewer bytes: always the move that saves most of them per loss. */
final class Greedy {
  private Greedy() {}

  /**
   * Starts at the least loss of every layer and moves along their hulls; moves that do not fit are
   * passed over.
   *
   * @param layers the options of each layer, undominated, by ascending loss
   * @param maxLoss at least the least loss of all layers
   * @return one option per layer
   */
  static List<Option> leastSize(List<List<Option>> layers, long maxLoss) {
    var chosen = new ArrayList<Option>(layers.stream().map(List::getFirst).toList());
    long left = maxLoss - ParetoSums.leastLoss(layers);
    for (var step : HullStep.all(layers)) {
      if (step.lost() <= left && chosen.get(step.layer()).equals(step.from())) {
        chosen.set(step.layer(), step.to());
        left -= step.lost();
      }
    }
    return chosen;
  }

  /**
   * Starts at the least loss of every layer and moves along their hulls until the size fits.
   *
   * @param maxBytes at least the least size of all layers
   * @return one option per layer
   */
  static List<Option> within(List<List<Option>> layers, long maxBytes) {
    var chosen = new ArrayList<Option>(layers.stream().map(List::getFirst).toList());
    long over = Option.totalBytes(chosen) - maxBytes;
    for (var step : HullStep.all(layers)) {
      if (over <= 0) {
        break;
      }
      chosen.set(step.layer(), step.to());
      over -= step.saved();
    }
    return chosen;
  }
}
