package org.weighbridge.codec.sz;

import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolCoder.Coded;
import org.weighbridge.job.Progress;

/**
 * The encoded kept weights of a layer.
 *
 * @param scheme what predicted and quantized them
 * @param outliers the packed outliers, empty when there are none
 * @param bins the entropy-coded bins
 */
@SuppressWarnings("ArrayRecordComponent")
record DataArray(Scheme scheme, byte[] outliers, Coded bins) {
  static DataArray encode(
      float[] values,
      Mask mask,
      Scheme scheme,
      SymbolCoder entropy,
      Effort effort,
      Progress progress) {
    var quantized = Quantized.of(values, mask, scheme.predictor(), scheme.quantizer(), progress);
    byte[] outliers =
        quantized.outliers().length == 0
            ? new byte[0]
            : Outliers.encode(quantized.outliers(), effort, progress);
    return new DataArray(
        scheme, outliers, entropy.encode(quantized.symbols(), mask, effort, progress));
  }

  int size() {
    return scheme.tableBytes() + outliers.length + bins.bytes().length;
  }

  boolean hasOutliers() {
    return outliers.length > 0;
  }
}
