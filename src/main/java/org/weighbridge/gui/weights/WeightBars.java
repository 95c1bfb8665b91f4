package org.weighbridge.gui.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Histogram;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Tensor;

/**
 * Histograms of weights before coding and as decoded, on the same bins.
 *
 * @param decoded empty while it is not known
 */
record WeightBars(Histogram original, Optional<Histogram> decoded) {
  private static final int BINS = 60;
  private static final int CHUNK = 1 << 20;

  /**
   * Counts.
   *
   * @param region of the layer; null for all of it
   * @param zeros whether pruned weights count
   */
  static WeightBars of(
      Tensor original,
      @Nullable Tensor decoded,
      @Nullable Region region,
      boolean zeros,
      Progress progress) {
    float[] before = region == null ? original.values() : region.of(original);
    float[] after =
        decoded == null ? new float[0] : region == null ? decoded.values() : region.of(decoded);
    double reach = Math.max(largest(before, progress), largest(after, progress));
    double to = reach == 0 ? 1 : reach;
    return new WeightBars(
        count(before, to, zeros, "original", progress),
        decoded == null
            ? Optional.empty()
            : Optional.of(count(after, to, zeros, "decoded", progress)));
  }

  /** Symmetric around zero, as far as the largest finite weight. */
  private static Histogram count(
      float[] weights, double reach, boolean zeros, String name, Progress progress) {
    var counter = new Histogram.Counter(-reach, reach, BINS);
    for (int i = 0; i < weights.length; i++) {
      if (i % CHUNK == 0) {
        progress.check();
      }
      if (zeros || weights[i] != 0) {
        counter.add(weights[i]);
      }
    }
    return counter.histogram(name);
  }

  private static double largest(float[] weights, Progress progress) {
    float largest = 0;
    for (int i = 0; i < weights.length; i++) {
      if (i % CHUNK == 0) {
        progress.check();
      }
      if (Float.isFinite(weights[i])) {
        largest = Math.max(largest, Math.abs(weights[i]));
      }
    }
    return largest;
  }

  /**
   * The bars as a figure.
   *
   * @param detail which weights are counted
   * @param log whether counts are on a logarithmic axis
   */
  HistogramFigure figure(String detail, boolean log) {
    var histograms = new ArrayList<>(List.of(original));
    decoded.ifPresent(histograms::add);
    return new HistogramFigure(
        new Caption("Distribution of weights", detail),
        Axis.linear("weight", ""),
        log ? Axis.log("count", "") : Axis.linear("count", ""),
        histograms,
        List.of());
  }
}
