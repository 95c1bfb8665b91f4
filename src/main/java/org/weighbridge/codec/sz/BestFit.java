package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.List;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * SZ's best-fit prediction (Tao et al., IEEE Big Data 2018), extended to tables of bins: the scheme
 * with the least order-0 entropy.
 *
 * <p>The choice does not depend on the effort, and with it no decoded value does: accuracy that was
 * measured on values coded quickly holds for the same bound coded as short as can be.
 */
final class BestFit {
  /** Weights that the estimate looks at: what pays shows on few. */
  private static final int SAMPLE = 1 << 15;

  private static final int SAMPLE_OF_LARGE = 1 << 13;
  private static final int SMALL = 1 << 17;

  /** What forecasting after the predictor zero is worth, at least. */
  private static final double FORESIGHT = 1.25;

  private static final int COUNTED = 1 << 10;

  private BestFit() {}

  /**
   * The scheme with the best estimate.
   *
   * @param schemes at least one
   * @param forecast whether what codes the bins may forecast them from their neighbours itself,
   *     which the estimate does not see: a predictor before it has to save a fifth of the bits
   * @param values the kept weights, at least one
   */
  static Scheme of(
      List<Scheme> schemes, boolean forecast, float[] values, Mask mask, Progress progress) {
    if (schemes.size() == 1) {
      return schemes.getFirst();
    }
    float[] sample =
        Arrays.copyOf(
            values, Math.min(values.length, values.length <= SMALL ? SAMPLE : SAMPLE_OF_LARGE));
    double[] bits = new double[schemes.size()];
    WorkPool.forEach(
        bits.length,
        i -> {
          var scheme = schemes.get(i);
          bits[i] = estimatedBits(sample, values.length, mask, scheme, progress);
          bits[i] *= forecast && scheme.predictor() != Predictor.ZERO ? FORESIGHT : 1;
        });
    int best = 0;
    for (int i = 1; i < bits.length; i++) {
      best = bits[i] < bits[best] ? i : best;
    }
    return schemes.get(best);
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
