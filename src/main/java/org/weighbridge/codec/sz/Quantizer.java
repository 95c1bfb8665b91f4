package org.weighbridge.codec.sz;

/** Sorts weights into bins. */
sealed interface Quantizer permits LinearQuantizer, BinTable {
  /** Stands for a weight that no bin holds: it is stored exactly. */
  int OUTLIER = Integer.MIN_VALUE;

  /**
   * The bin of a weight, or {@link #OUTLIER} when there is none: NaN, infinities, bins too far out,
   * and weights that float rounding would push over the bound, judged by the decoder's own
   * arithmetic.
   */
  int bin(float value, float prediction);

  /**
   * The symbols of some weights that are predicted to be zero.
   *
   * @return how many of them are outliers
   */
  default int symbols(float[] values, int from, int to, int[] into) {
    int outliers = 0;
    for (int i = from; i < to; i++) {
      int symbol = Quantized.symbol(bin(values[i], 0f));
      outliers += symbol == Quantized.OUTLIER ? 1 : 0;
      into[i] = symbol;
    }
    return outliers;
  }

  /** What the decoder makes of a bin. */
  float reconstruct(int bin, float prediction);

  /** Whether the decoder knows a bin. */
  boolean knows(int bin);
}
