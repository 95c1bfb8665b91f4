package org.weighbridge.prune;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * The largest units of one or several layers, in linear time: two histograms over the bits of their
 * sizes, because the bits of magnitudes order like the magnitudes. Of equal ones the first ones are
 * kept; zeros never are.
 */
final class Largest {
  private static final int MAGNITUDE = Integer.MAX_VALUE;
  private static final int BINS = 1 << 16;
  private static final int LEAST_TASK = 1 << 18;

  private final List<Units> layers;

  /** What a unit takes of the budget. */
  private final Cost cost;

  /** What keeping a unit costs. */
  @FunctionalInterface
  private interface Cost {
    int of(Units layer, int unit);
  }

  private Largest(List<Units> layers, Cost cost) {
    this.layers = layers;
    this.cost = cost;
  }

  /** As many units of a layer as are wanted, or all that are not zero. */
  static Mask units(Units layer, long count) {
    return new Largest(List.of(layer), (units, unit) -> 1).within(count).getFirst();
  }

  /**
   * The largest units of all layers whose weights together are at most so many: the first one that
   * is too much ends it.
   *
   * @return a mask of units per layer
   */
  static List<Mask> weights(List<Units> layers, long weights) {
    return new Largest(layers, Units::weights).within(weights);
  }

  private List<Mask> within(long budget) {
    // the bin of the upper bits in which the budget ends, then the value in it
    long[] upper = histogram(bits -> bits >>> 16);
    var high = new Descent(upper, budget);
    if (high.bin < 0) {
      return masks(0);
    }
    var low =
        new Descent(histogram(bits -> bits >>> 16 == high.bin ? bits & 0xffff : -1), high.left);
    int limit = high.bin << 16 | low.bin;
    List<Mask> kept = masks(limit);
    if (limit > 0) {
      keepTies(kept, limit, low.left);
    }
    return kept;
  }

  /** Goes down from the largest bin to the one that the budget does not cover. */
  private static final class Descent {
    /** -1 when the budget covers everything. */
    final int bin;

    /** What is left of the budget for that bin. */
    final long left;

    Descent(long[] histogram, long budget) {
      int at = histogram.length - 1;
      long rest = budget;
      while (at >= 0 && histogram[at] <= rest) {
        rest -= histogram[at--];
      }
      bin = at;
      left = rest;
    }
  }

  private long[] histogram(IntUnaryOperator bin) {
    var sum = new long[BINS];
    for (Units layer : layers) {
      int tasks = tasks(layer.count());
      var parts = new long[tasks][];
      WorkPool.forEach(tasks, task -> parts[task] = histogram(layer, bin, task, tasks));
      for (long[] part : parts) {
        Arrays.setAll(sum, i -> sum[i] + part[i]);
      }
    }
    return sum;
  }

  private static int tasks(int count) {
    return Math.clamp(Math.ceilDiv(count, LEAST_TASK), 1, 4 * WorkPool.threads());
  }

  private long[] histogram(Units layer, IntUnaryOperator bin, int task, int tasks) {
    var histogram = new long[BINS];
    float[] sizes = layer.sizes();
    LongUnaryOperator start = t -> t * sizes.length / tasks;
    int end = (int) start.applyAsLong(task + 1);
    for (int unit = (int) start.applyAsLong(task); unit < end; unit++) {
      int at = bin.applyAsInt(bits(sizes[unit]));
      if (at >= 0) {
        histogram[at] += cost.of(layer, unit);
      }
    }
    return histogram;
  }

  /** The units above a magnitude, given by its bits. */
  private List<Mask> masks(int limit) {
    return layers.stream()
        .map(
            layer -> {
              float[] sizes = layer.sizes();
              return Mask.of(layer.shape(), unit -> bits(sizes[unit]) > limit, Progress.none());
            })
        .toList();
  }

  private void keepTies(List<Mask> kept, int limit, long budget) {
    long left = budget;
    for (int l = 0; l < layers.size() && left > 0; l++) {
      float[] sizes = layers.get(l).sizes();
      for (int unit = 0; unit < sizes.length; unit++) {
        if (bits(sizes[unit]) == limit) {
          left -= cost.of(layers.get(l), unit);
          if (left < 0) {
            return;
          }
          kept.get(l).set(unit);
        }
      }
    }
  }

  private static int bits(float size) {
    return Float.floatToRawIntBits(size) & MAGNITUDE;
  }
}
