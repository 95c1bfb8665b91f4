package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.List;

/**
 * SZ's best-fit prediction: the predictor whose bins have the least estimated cost.
 *
 * @param predictor the chosen one
 * @param quantized what it makes of the data array
 */
record BestFit(Predictor predictor, Quantized quantized) {
  static BestFit choose(List<Predictor> predictors, float[] values, LinearQuantizer quantizer) {
    BestFit best = null;
    double bestBits = Double.POSITIVE_INFINITY;
    for (var predictor : predictors) {
      var candidate = new BestFit(predictor, Quantized.of(values, predictor, quantizer));
      double bits = candidate.estimatedBits();
      if (best == null || bits < bestBits) {
        best = candidate;
        bestBits = bits;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("no predictor");
    }
    return best;
  }

  /** Order-0 entropy of the bins, a table entry for each that occurs, 32 bits for each outlier. */
  private double estimatedBits() {
    int[] sorted = quantized.bins().clone();
    Arrays.sort(sorted);
    double bits = 32.0 * quantized.outliers().length;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double count = to - from;
      bits += 8 + count * Math.log(sorted.length / count) / Math.log(2);
    }
    return bits;
  }
}
