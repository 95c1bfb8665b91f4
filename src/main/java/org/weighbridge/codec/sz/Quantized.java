package org.weighbridge.codec.sz;

import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.Mask;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * A data array after prediction and quantization, as entropy coders want it.
 *
 * @param symbols for every kept weight 0 for an outlier, else 1 + (2 × bin, or -2 × bin - 1)
 * @param outliers the weights without a bin, in order
 */
@SuppressWarnings("ArrayRecordComponent")
record Quantized(int[] symbols, float[] outliers) {
  private static final int OUTLIER = 0;
  private static final int CHUNK = 1 << 15;

  static Quantized of(
      float[] values, Mask mask, Predictor predictor, Quantizer quantizer, Progress progress) {
    int[] symbols = new int[values.length];
    if (predictor == Predictor.ZERO) {
      WorkPool.forEach(
          Math.ceilDiv(values.length, CHUNK),
          chunk -> {
            progress.check();
            int to = Math.min(values.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < to; i++) {
              symbols[i] = symbol(quantizer.bin(values[i], 0f));
            }
          });
    } else {
      predict(values, mask, predictor, quantizer, symbols, progress);
    }
    return new Quantized(symbols, outliers(values, symbols));
  }

  private static void predict(
      float[] values,
      Mask mask,
      Predictor predictor,
      Quantizer quantizer,
      int[] symbols,
      Progress progress) {
    var prediction = predictor.start(mask);
    int[] positions = mask.positions();
    for (int i = 0; i < values.length; i++) {
      if ((i & (CHUNK - 1)) == 0) {
        progress.check();
      }
      float predicted = prediction.next(positions[i]);
      int bin = quantizer.bin(values[i], predicted);
      symbols[i] = symbol(bin);
      float decoded = bin == Quantizer.OUTLIER ? values[i] : quantizer.reconstruct(bin, predicted);
      if (Float.isFinite(decoded)) {
        prediction.decoded(positions[i], decoded);
      }
    }
  }

  private static int symbol(int bin) {
    return bin == Quantizer.OUTLIER ? OUTLIER : 1 + (bin << 1 ^ bin >> 31);
  }

  private static int bin(int symbol) {
    int folded = symbol - 1;
    return folded >>> 1 ^ -(folded & 1);
  }

  private static float[] outliers(float[] values, int[] symbols) {
    float[] outliers = new float[16];
    int count = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i] == OUTLIER) {
        if (count == outliers.length) {
          outliers = Arrays.copyOf(outliers, 2 * count);
        }
        outliers[count++] = values[i];
      }
    }
    return Arrays.copyOf(outliers, count);
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
        int bin = bin(symbols[i]);
        if (!quantizer.knows(bin)) {
          throw new MalformedStreamException(0, "there is no bin " + bin);
        }
        value = quantizer.reconstruct(bin, predicted);
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
