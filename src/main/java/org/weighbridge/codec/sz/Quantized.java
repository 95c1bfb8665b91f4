package org.weighbridge.codec.sz;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * A data array after prediction and quantization, as entropy coders want it.
 *
 * @param symbols for every kept weight 0 for an outlier, else 1 + (2 × bin, or -2 × bin - 1)
 * @param outliers the weights without a bin, in order
 */
@SuppressWarnings("ArrayRecordComponent")
record Quantized(int[] symbols, float[] outliers) {
  static final int OUTLIER = 0;
  private static final int CHUNK = 1 << 15;

  /** Symbols whose values are looked up. */
  private static final int FREQUENT = 1 << 10;

  static Quantized of(
      float[] values, Mask mask, Predictor predictor, Quantizer quantizer, Progress progress) {
    int[] symbols = new int[values.length];
    var outliers = new AtomicInteger();
    if (predictor == Predictor.ZERO) {
      WorkPool.forEach(
          Math.ceilDiv(values.length, CHUNK),
          chunk -> {
            progress.check();
            int to = Math.min(values.length, (chunk + 1) * CHUNK);
            outliers.addAndGet(quantizer.symbols(values, chunk * CHUNK, to, symbols));
          });
    } else {
      outliers.set(predict(values, mask, predictor, quantizer, symbols, progress));
    }
    return new Quantized(symbols, outliers(values, symbols, outliers.get()));
  }

  private static int predict(
      float[] values,
      Mask mask,
      Predictor predictor,
      Quantizer quantizer,
      int[] symbols,
      Progress progress) {
    var prediction = predictor.start(mask);
    int[] positions = mask.positions(values.length);
    int outliers = 0;
    for (int i = 0; i < values.length; i++) {
      if ((i & (CHUNK - 1)) == 0) {
        progress.check();
      }
      float predicted = prediction.next(positions[i]);
      int bin = quantizer.bin(values[i], predicted);
      symbols[i] = symbol(bin);
      outliers += bin == Quantizer.OUTLIER ? 1 : 0;
      float decoded = bin == Quantizer.OUTLIER ? values[i] : quantizer.reconstruct(bin, predicted);
      if (Float.isFinite(decoded)) {
        prediction.decoded(positions[i], decoded);
      }
    }
    return outliers;
  }

  static int symbol(int bin) {
    return bin == Quantizer.OUTLIER ? OUTLIER : 1 + (bin << 1 ^ bin >> 31);
  }

  private static int bin(int symbol) {
    int folded = symbol - 1;
    return folded >>> 1 ^ -(folded & 1);
  }

  private static float[] outliers(float[] values, int[] symbols, int count) {
    float[] outliers = new float[count];
    int found = 0;
    for (int i = 0; found < count; i++) {
      if (symbols[i] == OUTLIER) {
        outliers[found++] = values[i];
      }
    }
    return outliers;
  }

  /** Which symbols stand for outliers. */
  private static int[] outlierRanks(int[] symbols) {
    int[] ranks = new int[16];
    int count = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i] == OUTLIER) {
        if (count == ranks.length) {
          ranks = Arrays.copyOf(ranks, 2 * count);
        }
        ranks[count++] = i;
      }
    }
    return Arrays.copyOf(ranks, count);
  }

  /**
   * Puts the weights where they were, as the decoder sees them.
   *
   * @param into the layer, zero so far
   * @throws MalformedStreamException when there is a bin that the quantizer does not know, or
   *     another number of outliers
   */
  void reconstruct(
      float[] into, Mask mask, Predictor predictor, Quantizer quantizer, Progress progress) {
    if (predictor == Predictor.ZERO) {
      place(into, mask, quantizer, progress);
    } else {
      predict(into, mask, predictor, quantizer, progress);
    }
  }

  /** Without prediction weights do not depend on each other, and most symbols have few values. */
  private void place(float[] into, Mask mask, Quantizer quantizer, Progress progress) {
    int[] ranks = outliers.length == 0 ? new int[0] : outlierRanks(symbols);
    if (ranks.length != outliers.length) {
      throw new MalformedStreamException(
          0, ranks.length + " outliers are announced and " + outliers.length + " are there");
    }
    float[] frequent = frequent(quantizer);
    if (symbols.length == into.length) {
      WorkPool.forEach(
          Math.ceilDiv(symbols.length, CHUNK),
          chunk -> {
            progress.check();
            int to = Math.min(symbols.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < to; i++) {
              into[i] = value(symbols[i], frequent, quantizer);
            }
          });
      for (int i = 0; i < ranks.length; i++) {
        into[ranks[i]] = outliers[i];
      }
    } else {
      mask.visit(
          progress,
          (from, offsets, count, rank) -> {
            for (int i = 0; i < count; i++) {
              into[from + offsets[i]] = value(symbols[rank + i], frequent, quantizer);
            }
            if (ranks.length > 0) {
              int found = Arrays.binarySearch(ranks, rank);
              int next = found < 0 ? ~found : found;
              for (; next < ranks.length && ranks[next] < rank + count; next++) {
                into[from + offsets[ranks[next] - rank]] = outliers[next];
              }
            }
          });
    }
  }

  private float value(int symbol, float[] frequent, Quantizer quantizer) {
    float value = symbol < frequent.length ? frequent[symbol] : Float.NaN;
    return Float.isNaN(value) ? rareValue(symbol, quantizer) : value;
  }

  /** Outliers follow on their own, if there are any. */
  private float rareValue(int symbol, Quantizer quantizer) {
    if (symbol != OUTLIER) {
      return value(symbol, quantizer, 0f);
    }
    if (outliers.length == 0) {
      throw new MalformedStreamException(0, "outliers are announced and none are there");
    }
    return Float.NaN;
  }

  /** The values of the first symbols; NaN for those that need a closer look. */
  private static float[] frequent(Quantizer quantizer) {
    float[] values = new float[FREQUENT];
    for (int symbol = 0; symbol < values.length; symbol++) {
      boolean plain = symbol != OUTLIER && quantizer.knows(bin(symbol));
      values[symbol] = plain ? quantizer.reconstruct(bin(symbol), 0f) : Float.NaN;
    }
    return values;
  }

  private static float value(int symbol, Quantizer quantizer, float predicted) {
    int bin = bin(symbol);
    if (!quantizer.knows(bin)) {
      throw new MalformedStreamException(0, "there is no bin " + bin);
    }
    return quantizer.reconstruct(bin, predicted);
  }

  private void predict(
      float[] into, Mask mask, Predictor predictor, Quantizer quantizer, Progress progress) {
    var prediction = predictor.start(mask);
    int[] positions = mask.positions();
    int outlier = 0;
    for (int i = 0; i < symbols.length; i++) {
      if ((i & (CHUNK - 1)) == 0) {
        progress.check();
      }
      float predicted = prediction.next(positions[i]);
      float value;
      if (symbols[i] == OUTLIER) {
        if (outlier == outliers.length) {
          throw new MalformedStreamException(0, "more outliers are announced than there are");
        }
        value = outliers[outlier++];
      } else {
        value = value(symbols[i], quantizer, predicted);
      }
      if (Float.isFinite(value)) {
        prediction.decoded(positions[i], value);
      }
      into[positions[i]] = value;
    }
    if (outlier < outliers.length) {
      throw new MalformedStreamException(0, "more outliers are there than were announced");
    }
  }
}
