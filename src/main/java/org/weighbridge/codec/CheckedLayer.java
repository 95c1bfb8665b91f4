package org.weighbridge.codec;

import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Tensor;

/**
 * A layer that was encoded, decoded again and compared with what it was before, with the decoder's
 * own arithmetic.
 *
 * @param encoded the stream
 * @param decoded what its decoder makes of it: the tensor whose accuracy is measured
 * @param maxError largest |decoded - original|
 */
public record CheckedLayer(EncodedLayer encoded, Tensor decoded, double maxError) {
  /** Encodes a layer, decodes it again and checks it. */
  public static CheckedLayer encode(
      LayerCodec codec, Tensor weights, CodecSettings settings, Progress progress) {
    EncodedLayer encoded = codec.encode(weights, settings, progress);
    progress.check();
    return check(codec, weights, encoded, codec.decode(encoded, progress));
  }

  /**
   * Compares a decoded layer with the original.
   *
   * @throws Fault when it breaks the bound: nothing that breaks it leaves the product
   */
  public static CheckedLayer check(
      LayerCodec codec, Tensor weights, EncodedLayer encoded, Tensor decoded) {
    var check = BoundCheck.of(weights.values(), decoded.values(), encoded.bound());
    if (!check.ok()) {
      throw new Fault(
          "%s broke the error bound %s for %d weights (largest error %s); choose another codec."
              .formatted(codec.name(), encoded.bound(), check.violations(), check.maxError()));
    }
    return new CheckedLayer(encoded, decoded, check.maxError());
  }
}
