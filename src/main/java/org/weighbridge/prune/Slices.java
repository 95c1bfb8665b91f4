package org.weighbridge.prune;

import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Everything at one index of an axis is a unit: rows, columns, filters, channels. */
final class Slices implements Units {
  /** Units that one thread sums up: neighbours in memory where the axis is the last one. */
  private static final int TASK = 64;

  private final Tensor tensor;
  private final int units;

  /** Neighbours in memory that belong to one unit. */
  private final int run;

  private final float[] sizes;

  Slices(Tensor tensor, int axis, Norm norm) {
    this.tensor = tensor;
    units = tensor.shape().dim(axis);
    int inner = 1;
    for (int later = axis + 1; later < tensor.shape().rank(); later++) {
      inner *= tensor.shape().dim(later);
    }
    run = inner;
    sizes = new float[units];
    WorkPool.forEach(Math.ceilDiv(units, TASK), task -> measure(task * TASK, norm));
  }

  private void measure(int first, Norm norm) {
    int end = Math.min(units, first + TASK);
    var sums = new double[end - first];
    float[] values = tensor.values();
    for (int start = 0; start < values.length; start += units * run) {
      int at = start + first * run;
      for (int unit = first; unit < end; unit++) {
        double sum = 0;
        for (int i = 0; i < run; i++) {
          sum += norm.of(values[at++]);
        }
        sums[unit - first] += sum;
      }
    }
    for (int unit = first; unit < end; unit++) {
      sizes[unit] = (float) norm.perWeight(sums[unit - first], weights(unit));
    }
  }

  @Override
  public float[] sizes() {
    return sizes;
  }

  @Override
  public int weights(int unit) {
    return tensor.size() / units;
  }

  @Override
  public Shape shape() {
    return Shape.of(units);
  }

  @Override
  public Mask weights(Mask kept) {
    float[] values = tensor.values();
    return Mask.of(
        tensor.shape(), i -> kept.get(i / run % units) && values[i] != 0, Progress.none());
  }
}
