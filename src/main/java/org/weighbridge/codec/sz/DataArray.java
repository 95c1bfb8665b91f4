package org.weighbridge.codec.sz;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolCoder.Coded;
import org.weighbridge.job.Progress;

/**
 * The encoded kept weights of a layer.
 *
 * @param predictor what predicted them
 * @param outliers the packed outliers, empty when there are none
 * @param bins the entropy-coded bins
 */
@SuppressWarnings("ArrayRecordComponent")
record DataArray(Predictor predictor, byte[] outliers, Coded bins) {
  static DataArray encode(
      float[] values,
      Mask mask,
      Predictor predictor,
      LinearQuantizer quantizer,
      SymbolCoder entropy,
      Effort effort,
      Progress progress) {
    var quantized = Quantized.of(values, predictor, quantizer, progress);
    byte[] outliers =
        quantized.outliers().length == 0
            ? new byte[0]
            : Outliers.encode(quantized.outliers(), effort, progress);
    return new DataArray(
        predictor, outliers, entropy.encode(quantized.symbols(), mask, effort, progress));
  }

  int size() {
    return outliers.length + bins.bytes().length;
  }

  boolean hasOutliers() {
    return outliers.length > 0;
  }

  /** The kept weights, from outliers (already decoded) and the bins in {@code in}. */
  static float[] decode(
      ByteReader in,
      Mask mask,
      float[] outliers,
      Predictor predictor,
      LinearQuantizer quantizer,
      SymbolCoder entropy,
      Progress progress) {
    int[] symbols = entropy.decode(in, mask, progress);
    return Quantized.ofSymbols(symbols, outliers).reconstruct(predictor, quantizer);
  }
}
