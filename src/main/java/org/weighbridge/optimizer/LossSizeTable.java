package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The least size of all layers together for every total loss: the dynamic programme of DeepSZ's
 * third step (a multiple-choice knapsack). Exact, up to the unit of losses.
 *
 * <p>Losses may be negative; each layer is shifted so that its least loss is 0.
 */
final class LossSizeTable {
  private static final long UNREACHABLE = Long.MAX_VALUE;

  private final List<List<Option>> layers;
  private final int offset;
  private final long[] bytes;
  private final short[][] chosen;

  /**
   * Fills the table.
   *
   * @param layers the options of each layer, none empty
   * @param maxLoss total losses above this are not wanted
   */
  LossSizeTable(List<List<Option>> layers, int maxLoss) {
    this.layers = layers;
    int least = 0;
    int most = 0;
    for (var options : layers) {
      least += options.getFirst().loss();
      most += options.getLast().loss();
    }
    this.offset = least;
    int width = Math.max(0, Math.min(maxLoss, most) - least + 1);
    this.chosen = new short[layers.size()][];
    long[] sizes = new long[width];
    for (int layer = 0; layer < layers.size(); layer++) {
      sizes = add(layers.get(layer), sizes, layer);
    }
    this.bytes = sizes;
  }

  private long[] add(List<Option> options, long[] before, int layer) {
    int least = options.getFirst().loss();
    var after = new long[before.length];
    var choice = new short[before.length];
    Arrays.fill(after, UNREACHABLE);
    for (int i = 0; i < options.size(); i++) {
      int loss = options.get(i).loss() - least;
      long size = options.get(i).bytes();
      for (int total = loss; total < after.length; total++) {
        long rest = before[total - loss];
        if (rest != UNREACHABLE && rest + size < after[total]) {
          after[total] = rest + size;
          choice[total] = (short) i;
        }
      }
    }
    chosen[layer] = choice;
    return after;
  }

  /** The least total loss that any combination of options reaches. */
  int leastLoss() {
    return offset;
  }

  /** Whether no combination stays within the loss this table was built for. */
  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The options of least size, one per layer. */
  List<Option> smallest() {
    return trace(bytes.length - 1);
  }

  /** The options of least loss within a size, or an empty list when none fits. */
  List<Option> within(long maxBytes) {
    for (int total = 0; total < bytes.length; total++) {
      if (bytes[total] <= maxBytes) {
        return trace(total);
      }
    }
    return List.of();
  }

  /** Sizes at total index mean "at most this loss", because layer 0 may start with slack. */
  private List<Option> trace(int total) {
    var options = new ArrayList<Option>();
    int left = total;
    for (int layer = layers.size() - 1; layer >= 0; layer--) {
      var option = layers.get(layer).get(chosen[layer][left]);
      options.addFirst(option);
      left -= option.loss() - layers.get(layer).getFirst().loss();
    }
    return options;
  }
}
