package org.weighbridge.experiment;

import java.util.Optional;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Composition;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * What became of one layer or small tensor.
 *
 * @param layer which
 * @param operator its ONNX operator
 * @param codec the codec's composition, as in legends
 * @param bound absolute error bound kept
 * @param maxError largest |decoded - original|
 * @param psnr peak signal-to-noise ratio in decibels, infinite without any error
 * @param weights number of weights
 * @param kept number of weights that were not zero
 * @param breakdown where its bytes go
 * @param composition what of the codec coded it; empty where the codec has nothing to choose
 */
public record LayerReport(
    LayerId layer,
    String operator,
    String codec,
    double bound,
    double maxError,
    double psnr,
    long weights,
    long kept,
    Breakdown breakdown,
    Optional<Composition> composition) {
  static LayerReport of(
      LayerId id, String operator, String composition, Tensor weights, CheckedLayer result) {
    return new LayerReport(
        id,
        operator,
        composition,
        result.encoded().bound(),
        result.maxError(),
        result.psnr(),
        weights.size(),
        weights.nonZeros(),
        result.encoded().breakdown(),
        Codecs.byId(result.encoded().codec()).composition(result.encoded().bytes()));
  }

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
