package org.weighbridge.codec.sz;

import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/**
 * A data array after prediction and quantization.
 *
 * @param bins a bin per value, or {@link LinearQuantizer#OUTLIER}
 * @param outliers the values without a bin, in order
 */
@SuppressWarnings("ArrayRecordComponent")
record Quantized(int[] bins, float[] outliers) {
  static Quantized of(
      float[] values, Predictor predictor, LinearQuantizer quantizer, Progress progress) {
    int[] bins = new int[values.length];
    float[] decoded = new float[values.length];
    float[] outliers = new float[values.length];
    int outlierCount = 0;
    for (int i = 0; i < values.length; i++) {
      if ((i & 0xffff) == 0) {
        progress.check();
      }
      float prediction = predictor.predict(decoded, i);
      bins[i] = quantizer.bin(values[i], prediction);
      if (bins[i] == LinearQuantizer.OUTLIER) {
        decoded[i] = values[i];
        outliers[outlierCount++] = values[i];
      } else {
        decoded[i] = quantizer.reconstruct(bins[i], prediction);
      }
    }
    return new Quantized(bins, Arrays.copyOf(outliers, outlierCount));
  }

  /**
   * The bins as entropy coders want them: 0 for an outlier, else 1 + (2 × bin, or -2 × bin - 1).
   */
  int[] symbols() {
    int[] symbols = new int[bins.length];
    for (int i = 0; i < symbols.length; i++) {
      int bin = bins[i];
      symbols[i] = bin == LinearQuantizer.OUTLIER ? 0 : 1 + (bin << 1 ^ bin >> 31);
    }
    return symbols;
  }

  /** The inverse of {@link #symbols()}. */
  static Quantized ofSymbols(int[] symbols, float[] outliers) {
    int[] bins = new int[symbols.length];
    int outlierCount = 0;
    for (int i = 0; i < bins.length; i++) {
      int folded = symbols[i] - 1;
      if (folded < 0) {
        bins[i] = LinearQuantizer.OUTLIER;
        outlierCount++;
      } else {
        bins[i] = folded >>> 1 ^ -(folded & 1);
      }
    }
    if (outlierCount != outliers.length) {
      throw new MalformedStreamException(
          0, outlierCount + " outliers are announced and " + outliers.length + " are there");
    }
    return new Quantized(bins, outliers);
  }

  /** The values as the decoder sees them. */
  float[] reconstruct(Predictor predictor, LinearQuantizer quantizer) {
    float[] values = new float[bins.length];
    int outlier = 0;
    for (int i = 0; i < bins.length; i++) {
      values[i] =
          bins[i] == LinearQuantizer.OUTLIER
              ? outliers[outlier++]
              : quantizer.reconstruct(bins[i], predictor.predict(values, i));
    }
    return values;
  }
}
