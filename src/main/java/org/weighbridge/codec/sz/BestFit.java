package org.weighbridge.codec.sz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Mask;
import org.weighbridge.job.Progress;

/**
 * SZ's best-fit prediction, extended to tables of bins. The estimate is order-0 entropy, which is
 * unfair to the predictor zero where the entropy coder sees neighbours itself: so it only chooses
 * who takes part in the race on real bytes.
 */
final class BestFit {
  /** Weights that the estimate looks at. */
  private static final int SAMPLE = 1 << 15;

  /** Up to here all that promise to help are coded; beyond, time matters. */
  private static final int SMALL = 1 << 17;

  private BestFit() {}

  /**
   * Those of the schemes that take part.
   *
   * @param schemes the first one always takes part in small races
   * @param values the kept weights
   */
  static List<Scheme> promising(
      List<Scheme> schemes, float[] values, Mask mask, Effort effort, Progress progress) {
    if (values.length == 0 || schemes.size() == 1) {
      return values.length == 0 ? List.of() : schemes;
    }
    float[] sample = Arrays.copyOf(values, Math.min(SAMPLE, values.length));
    double[] bits = new double[schemes.size()];
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < bits.length; i++) {
      bits[i] = estimatedBits(sample, values.length, mask, schemes.get(i), progress);
      best = Math.min(best, bits[i]);
    }
    double atMost = best * tolerance(effort, values.length);
    var chosen = new ArrayList<Scheme>();
    for (int i = 0; i < bits.length; i++) {
      if (bits[i] <= atMost) {
        chosen.add(schemes.get(i));
      }
    }
    return chosen;
  }

  /** How much worse than the best estimate still takes part. */
  private static double tolerance(Effort effort, int size) {
    return switch (effort) {
      case FAST -> 1;
      case BALANCED -> size <= SMALL ? 1.25 : 1;
      case MAX -> size <= SMALL ? 2 : 1.1;
    };
  }

  /** Order-0 entropy of the symbols, 32 bits for each outlier, and the table. */
  private static double estimatedBits(
      float[] sample, int total, Mask mask, Scheme scheme, Progress progress) {
    var quantized = Quantized.of(sample, mask, scheme.predictor(), scheme.quantizer(), progress);
    int[] sorted = quantized.symbols();
    Arrays.sort(sorted);
    double bits = 32.0 * quantized.outliers().length;
    int from = 0;
    for (int to = 1; to <= sorted.length; to++) {
      if (to == sorted.length || sorted[to] != sorted[from]) {
        double count = to - from;
        bits += count * StrictMath.log(sorted.length / count) / Math.log(2);
        from = to;
      }
    }
    return bits * total / sample.length + 8.0 * scheme.tableBytes();
  }
}
