package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of one option per layer that no other sum beats in both loss and size, by strictly ascending
 * loss and strictly descending size.
 *
 * @param losses in the units of {@link Option}
 * @param bytes of the layers together
 * @param origins how each sum came about: the index of a sum before the last layer was added, times
 *     the number of that layer's options, plus the index of its option
 */
@SuppressWarnings("ArrayRecordComponent") // never written to once it is made
record Sums(long[] losses, long[] bytes, int[] origins) {
  /** No layer at all. */
  static final Sums NOTHING = new Sums(new long[1], new long[1], new int[1]);

  int size() {
    return losses.length;
  }

  /**
   * All sums after one more layer.
   *
   * @param options of the layer, undominated, by ascending loss
   * @param limits sums beyond them are left out
   */
  Sums plus(List<Option> options, Limits limits) {
    var runs = new ArrayList<Sums>();
    for (int i = 0; i < options.size(); i++) {
      runs.add(shifted(options, i, limits));
    }
    while (runs.size() > 1) {
      var merged = new ArrayList<Sums>();
      for (int i = 0; i < runs.size(); i += 2) {
        merged.add(i + 1 < runs.size() ? runs.get(i).merged(runs.get(i + 1)) : runs.get(i));
      }
      runs = merged;
    }
    return runs.getFirst();
  }

  private Sums shifted(List<Option> options, int index, Limits limits) {
    var option = options.get(index);
    var shifted = new Sums(new long[size()], new long[size()], new int[size()]);
    int count = 0;
    for (int i = 0; i < size(); i++) {
      long loss = losses[i] + option.loss();
      long size = bytes[i] + option.bytes();
      if (limits.allow(loss, size)) {
        shifted.losses[count] = loss;
        shifted.bytes[count] = size;
        shifted.origins[count++] = Math.addExact(Math.multiplyExact(i, options.size()), index);
      }
    }
    return shifted.first(count);
  }

  private Sums merged(Sums other) {
    int most = size() + other.size();
    var merged = new Sums(new long[most], new long[most], new int[most]);
    long smallest = Long.MAX_VALUE;
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      boolean mine = j == other.size() || (i < size() && before(i, other, j));
      var source = mine ? this : other;
      int at = mine ? i++ : j++;
      if (source.bytes[at] < smallest) {
        smallest = source.bytes[at];
        merged.losses[count] = source.losses[at];
        merged.bytes[count] = smallest;
        merged.origins[count++] = source.origins[at];
      }
    }
    return merged.first(count);
  }

  private Sums first(int count) {
    return new Sums(
        Arrays.copyOf(losses, count), Arrays.copyOf(bytes, count), Arrays.copyOf(origins, count));
  }

  /** Of equal losses the smaller size comes first. */
  private boolean before(int i, Sums other, int j) {
    return losses[i] < other.losses[j]
        || (losses[i] == other.losses[j] && bytes[i] <= other.bytes[j]);
  }
}
