package org.weighbridge.codec.sz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Mask;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * SZ's best-fit prediction, extended to tables of bins. The estimate is order-0 entropy, which is
 * unfair to the predictor zero where the entropy coder sees neighbours itself: so it only chooses
 * who takes part in the race on real bytes.
 */
final class BestFit {
  /** Weights that the estimate looks at: what pays shows on few. */
  private static final int SAMPLE = 1 << 15;

  private static final int SAMPLE_OF_LARGE = 1 << 13;

  /** Up to here all that promise to help are coded; beyond, time matters. */
  private static final int SMALL = 1 << 17;

  private static final int COUNTED = 1 << 10;

  private BestFit() {}

  /**
   * Those of the schemes that take part: the one with the best estimate, and those that come near.
   *
   * @param values the kept weights; without any, no scheme takes part
   */
  static List<Scheme> promising(
      List<Scheme> schemes, float[] values, Mask mask, Effort effort, Progress progress) {
    if (values.length == 0 || schemes.size() == 1) {
      return values.length == 0 ? List.of() : schemes;
    }
    float[] sample =
        Arrays.copyOf(
            values, Math.min(values.length, values.length <= SMALL ? SAMPLE : SAMPLE_OF_LARGE));
    double[] bits = new double[schemes.size()];
    WorkPool.forEach(
        bits.length,
        i -> bits[i] = estimatedBits(sample, values.length, mask, schemes.get(i), progress));
    double best = Arrays.stream(bits).min().getAsDouble();
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
      case BALANCED -> size <= SMALL ? 1.05 : 1;
      case MAX -> size <= SMALL ? 2 : 1.1;
    };
  }

  /** Order-0 entropy of the symbols, 32 bits for each outlier, and the table. */
  private static double estimatedBits(
      float[] sample, int total, Mask mask, Scheme scheme, Progress progress) {
    var quantized = Quantized.of(sample, mask, scheme.predictor(), scheme.quantizer(), progress);
    double bits = 32.0 * quantized.outliers().length + entropy(quantized.symbols());
    return bits * total / sample.length + 8.0 * scheme.tableBytes();
  }

  /** Of all symbols together; small ones are counted, the others sorted. */
  private static double entropy(int[] symbols) {
    int[] counts = new int[COUNTED];
    int[] others = new int[symbols.length];
    int size = 0;
    for (int symbol : symbols) {
      if (symbol < COUNTED) {
        counts[symbol]++;
      } else {
        others[size++] = symbol;
      }
    }
    double bits = 0;
    for (int count : counts) {
      bits += bits(count, symbols.length);
    }
    Arrays.sort(others, 0, size);
    int from = 0;
    for (int to = 1; to <= size; to++) {
      if (to == size || others[to] != others[from]) {
        bits += bits(to - from, symbols.length);
        from = to;
      }
    }
    return bits;
  }

  private static double bits(double count, double all) {
    return count == 0 ? 0 : count * StrictMath.log(all / count) / Math.log(2);
  }
}
