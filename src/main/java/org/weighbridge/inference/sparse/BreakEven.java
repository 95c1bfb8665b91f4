package org.weighbridge.inference.sparse;

import java.util.List;

/**
 * Up to which density sparse weights are multiplied quicker than dense ones, as measured on this
 * machine in this process.
 *
 * @param outputs of the layer that was measured
 * @param inputs of the layer that was measured
 * @param samples that it was applied to
 * @param denseNanos what the dense product took, at any density
 * @param sparse what the sparse product took, at two densities at least, ascending
 */
public record BreakEven(
    int outputs, int inputs, int samples, long denseNanos, List<Timing> sparse) {
  /**
   * One measurement.
   *
   * @param density the fraction of weights that are not zero, 0 to 1
   * @param nanos how long the product took
   */
  public record Timing(double density, long nanos) {}

  public BreakEven {
    sparse = List.copyOf(sparse);
    if (sparse.size() < 2) {
      throw new IllegalArgumentException("a line needs two points, not " + sparse);
    }
  }

  /**
   * The density at which both take equally long, 0 to 1: the time of a sparse product is a constant
   * and a part that grows with the number of weights, so that a line is laid through the first and
   * the last measurement.
   */
  public double density() {
    Timing first = sparse.getFirst();
    Timing last = sparse.getLast();
    double nanosPerDensity = (last.nanos - first.nanos) / (last.density - first.density);
    if (!(nanosPerDensity > 0)) {
      return last.nanos <= denseNanos ? 1 : 0; // noise drowned what was to be measured
    }
    return Math.clamp(first.density + (denseNanos - first.nanos) / nanosPerDensity, 0, 1);
  }
}
