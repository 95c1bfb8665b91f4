package org.weighbridge.codec.sz;

import java.util.Optional;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Mask;
import org.weighbridge.codec.entropy.SymbolCoder;
import org.weighbridge.codec.entropy.SymbolCoder.Coded;
import org.weighbridge.codec.joint.JointCoder;
import org.weighbridge.job.Progress;

/**
 * The encoded kept weights of a layer.
 *
 * @param scheme what predicted and quantized them
 * @param outliers the packed outliers, empty when there are none
 * @param bins the entropy-coded bins
 * @param joint whether the bins tell positions too
 * @param positionBytes how many of their bytes do
 */
@SuppressWarnings("ArrayRecordComponent")
record DataArray(Scheme scheme, byte[] outliers, Coded bins, boolean joint, int positionBytes) {
  static DataArray encode(
      float[] values,
      Mask mask,
      Scheme scheme,
      SymbolCoder entropy,
      Effort effort,
      Progress progress) {
    var quantized = Quantized.of(values, mask, scheme.predictor(), scheme.quantizer(), progress);
    var coded = entropy.encode(quantized.symbols(), mask, effort, progress);
    return new DataArray(scheme, outliers(quantized, effort, progress), coded, false, 0);
  }

  /** Bins and positions coded together, if that is offered. */
  static Optional<DataArray> jointly(
      float[] values, Mask mask, Scheme scheme, Effort effort, Progress progress) {
    var joint = new JointCoder();
    if (!joint.races(mask.size(), effort)) {
      return Optional.empty();
    }
    var quantized = Quantized.of(values, mask, scheme.predictor(), scheme.quantizer(), progress);
    var layer = new JointCoder.Layer(mask, quantized.symbols());
    if (!joint.races(layer, effort)) {
      return Optional.empty();
    }
    var coded = joint.encode(layer, progress);
    return Optional.of(
        new DataArray(
            scheme,
            outliers(quantized, effort, progress),
            new Coded(coded.bytes(), 0),
            true,
            coded.positionBytes()));
  }

  private static byte[] outliers(Quantized quantized, Effort effort, Progress progress) {
    return quantized.outliers().length == 0
        ? new byte[0]
        : Outliers.encode(quantized.outliers(), effort, progress);
  }

  int size() {
    return scheme.tableBytes() + outliers.length + bins.bytes().length;
  }

  boolean hasOutliers() {
    return outliers.length > 0;
  }
}
