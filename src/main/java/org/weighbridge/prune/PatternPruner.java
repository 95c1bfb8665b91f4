package org.weighbridge.prune;

import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Tensor;

/** Prunes one layer to an N:M pattern. */
final class PatternPruner {
  private static final int MAGNITUDE = Integer.MAX_VALUE;
  private static final int LINES_PER_TASK = 64;

  private final Criterion.Pattern pattern;
  private final Tensor weights;
  private final float[] values;
  private final int inputs;

  /** The distance in memory from one input to the next. */
  private final int stride;

  /** What goes, by its size; NaN what stays in the end. */
  private final float[] going;

  PatternPruner(Layer layer, Criterion.Pattern pattern) {
    this.pattern = pattern;
    weights = layer.weights();
    values = weights.values();
    int axis = InputAxis.of(layer);
    inputs = layer.shape().dim(axis);
    int inner = 1;
    for (int later = axis + 1; later < layer.shape().rank(); later++) {
      inner *= layer.shape().dim(later);
    }
    stride = inner;
    going = new float[weights.size()];
    int lines = weights.size() / inputs;
    WorkPool.forEach(
        Math.ceilDiv(lines, LINES_PER_TASK),
        task -> {
          int end = Math.min(lines, (task + 1) * LINES_PER_TASK);
          for (int line = task * LINES_PER_TASK; line < end; line++) {
            line(line / stride * inputs * stride + line % stride);
          }
        });
  }

  /** All inputs that meet at one place, from a position on. */
  private void line(int start) {
    for (int first = 0; first < inputs; first += pattern.ofEvery()) {
      int end = Math.min(inputs, first + pattern.ofEvery());
      for (int input = first; input < end; input++) {
        int at = start + input * stride;
        float value = values[at];
        boolean stays = value != 0 && largerOnes(start, first, end, input) < pattern.kept();
        going[at] = stays ? Float.NaN : Float.isNaN(value) ? Float.MAX_VALUE : value;
      }
    }
  }

  /** How many of the inputs of a group come before one of them. */
  private int largerOnes(int start, int first, int end, int input) {
    int magnitude = magnitude(start, input);
    int larger = 0;
    for (int other = first; other < end; other++) {
      int rival = magnitude(start, other);
      if (rival > magnitude || (rival == magnitude && other < input)) {
        larger++;
      }
    }
    return larger;
  }

  private int magnitude(int start, int input) {
    return Float.floatToRawIntBits(values[start + input * stride]) & MAGNITUDE;
  }

  /**
   * The weights to keep when a part of what shall go is gone, the smallest first.
   *
   * @param gone 0 to 1
   */
  Mask mask(double gone) {
    long count = 0;
    for (float value : going) {
      if (!Float.isNaN(value)) {
        count++;
      }
    }
    var ranked = new SingleWeights(new Tensor(weights.shape(), going));
    return Largest.units(ranked, going.length - Math.round(gone * count));
  }
}
