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
 * @param encodeNanos time to encode
 * @param decodeNanos time to decode
 */
public record CheckedLayer(
    EncodedLayer encoded, Tensor decoded, double maxError, long encodeNanos, long decodeNanos) {
  /**
   * Encodes a layer and makes sure that it keeps its bound.
   *
   * @throws Fault when the decoded layer breaks the bound: nothing that breaks it leaves the
   *     product
   */
  public static CheckedLayer encode(
      LayerCodec codec, Tensor weights, CodecSettings settings, Progress progress) {
    long start = System.nanoTime();
    EncodedLayer encoded = codec.encode(weights, settings, progress);
    long between = System.nanoTime();
    progress.check();
    Tensor decoded = codec.decode(encoded, progress);
    long end = System.nanoTime();
    var check = BoundCheck.of(weights.values(), decoded.values(), encoded.bound());
    if (check.violations() > 0) {
      throw new Fault(
          "%s broke the error bound %s for %d weights (largest error %s); choose another codec."
              .formatted(codec.name(), encoded.bound(), check.violations(), check.maxError()));
    }
    return new CheckedLayer(encoded, decoded, check.maxError(), between - start, end - between);
  }
}
