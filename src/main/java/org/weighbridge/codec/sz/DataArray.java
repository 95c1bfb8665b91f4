package org.weighbridge.codec.sz;

import org.weighbridge.codec.Effort;
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
  /** Bins beside an index array. */
  static DataArray apart(Scheme scheme, byte[] outliers, Coded bins) {
    return new DataArray(scheme, outliers, bins, false, 0);
  }

  /** Bins and positions coded together. */
  static DataArray joint(Scheme scheme, byte[] outliers, JointCoder.Coded both) {
    return new DataArray(scheme, outliers, new Coded(both.bytes(), 0), true, both.positionBytes());
  }

  /** The outliers of a data array, packed; empty when there are none. */
  static byte[] packed(float[] outliers, Effort effort, Progress progress) {
    return outliers.length == 0 ? new byte[0] : Outliers.encode(outliers, effort, progress);
  }

  int size() {
    return scheme.tableBytes() + outliers.length + bins.bytes().length;
  }

  boolean hasOutliers() {
    return outliers.length > 0;
  }
}
