package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.Effort;
import org.weighbridge.job.Progress;

/**
 * SZ's best-fit prediction. The estimate is order-0 entropy, which is unfair to the predictor zero
 * where the entropy coder sees neighbours itself: so it only chooses who takes part in the race on
 * real bytes.
 */
final class BestFit {
  /** Values that the estimate looks at. */
  private static final int SAMPLE = 1 << 16;

  private BestFit() {}

  /**
   * The first predictor and those with a lower estimated cost; all of them at the highest effort.
   */
  static List<Predictor> promising(
      List<Predictor> predictors, float[] values, LinearQuantizer quantizer, Effort effort) {
    if (values.length == 0) {
      return List.of();
    }
    if (effort == Effort.MAX) {
      return predictors;
    }
    float[] sample = Arrays.copyOf(values, Math.min(SAMPLE, values.length));
    var first = predictors.getFirst();
    double toBeat = estimatedBits(sample, first, quantizer);
    return predictors.stream()
        .filter(p -> p == first || estimatedBits(sample, p, quantizer) < toBeat)
        .toList();
  }

  /** Order-0 entropy of the bins, and 32 bits for each outlier. */
  private static double estimatedBits(
      float[] values, Predictor predictor, LinearQuantizer quantizer) {
    var quantized = Quantized.of(values, predictor, quantizer, Progress.none());
    int[] sorted = quantized.bins().clone();
    Arrays.sort(sorted);
    double bits = 32.0 * quantized.outliers().length;
    int from = 0;
    for (int to = 1; to <= sorted.length; to++) {
      if (to == sorted.length || sorted[to] != sorted[from]) {
        double count = to - from;
        bits += count * Math.log(sorted.length / count) / Math.log(2);
        from = to;
      }
    }
    return bits;
  }
}
