package org.weighbridge.experiment;

import org.weighbridge.codec.Breakdown;
import org.weighbridge.network.LayerId;

/**
 * What became of one layer.
 *
 * @param layer which
 * @param operator its ONNX operator
 * @param codec the codec's composition, as in legends
 * @param bound absolute error bound kept
 * @param maxError largest |decoded - original|
 * @param weights number of weights
 * @param kept number of weights that were not zero
 * @param breakdown where its bytes go
 */
public record LayerReport(
    LayerId layer,
    String operator,
    String codec,
    double bound,
    double maxError,
    long weights,
    long kept,
    Breakdown breakdown) {
  /** Encoded size in bytes. */
  public long bytes() {
    return breakdown.total();
  }

  /** Encoded bits per weight of the dense layer. */
  public double bitsPerWeight() {
    return weights == 0 ? 0 : 8.0 * bytes() / weights;
  }

  /** Encoded bits per weight that is not zero; NaN when none is left. */
  public double bitsPerKeptWeight() {
    return kept == 0 ? Double.NaN : 8.0 * bytes() / kept;
  }

  /** 4 bytes × weights over encoded bytes. */
  public double ratio() {
    return 4.0 * weights / bytes();
  }
}
