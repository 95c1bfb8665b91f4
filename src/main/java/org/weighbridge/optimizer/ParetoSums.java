package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dynamic programme of DeepSZ's third step, a multiple-choice knapsack: one option per layer,
 * such that no other combination beats it in both total loss and total size.
 *
 * <p>Layers are added one after the other to the list of undominated sums (Nemhauser and Ullmann,
 * Discrete dynamic programming and capital allocation, Management Science 15, 1969). That is exact
 * for any losses, negative ones included, without a table over them: a sum that is beaten stays
 * beaten whatever is added to both.
 */
final class ParetoSums {
  private final List<List<Option>> layers;
  private final List<Sums> stages = new ArrayList<>();

  /**
   * All undominated combinations within limits.
   *
   * @param layers the options of each layer, none empty, undominated, by ascending loss
   */
  ParetoSums(List<List<Option>> layers, Limits limits) {
    this.layers = layers;
    long leastLossAfter = leastLoss(layers);
    long leastBytesAfter = leastBytes(layers);
    double leastValueAfter =
        layers.stream().mapToDouble(options -> leastValue(options, limits.price())).sum();
    stages.add(Sums.NOTHING);
    for (var options : layers) {
      leastLossAfter -= options.getFirst().loss();
      leastBytesAfter -= options.getLast().bytes();
      leastValueAfter -= leastValue(options, limits.price());
      var left = limits.less(leastLossAfter, leastBytesAfter, leastValueAfter);
      stages.add(stages.getLast().plus(options, left));
    }
  }

  private static double leastValue(List<Option> options, double price) {
    return options.stream()
        .mapToDouble(option -> option.bytes() + price * option.loss())
        .min()
        .orElseThrow();
  }

  /** The least total loss of any combination. */
  static long leastLoss(List<List<Option>> layers) {
    return layers.stream().mapToLong(options -> options.getFirst().loss()).sum();
  }

  /** The least total size of any combination. */
  static long leastBytes(List<List<Option>> layers) {
    return layers.stream().mapToLong(options -> options.getLast().bytes()).sum();
  }

  /** How many combinations there are; by index, losses ascend and sizes descend. */
  int size() {
    return stages.getLast().size();
  }

  long loss(int index) {
    return stages.getLast().losses()[index];
  }

  /** The index of the combination of least size within a loss; -1 when all lose more. */
  int lastWithin(long maxLoss) {
    int found = Arrays.binarySearch(stages.getLast().losses(), maxLoss);
    return found >= 0 ? found : -found - 2;
  }

  /** One option per layer. */
  List<Option> combination(int index) {
    var chosen = new ArrayList<Option>();
    int at = index;
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      var options = layers.get(layer);
      int origin = stages.get(layer + 1).origins()[at];
      chosen.addFirst(options.get(origin % options.size()));
      at = origin / options.size();
    }
    return chosen;
  }
}
