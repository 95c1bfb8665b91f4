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
 * @param psnr peak signal-to-noise ratio in decibels, see {@link Psnr}
 */
public record CheckedLayer(EncodedLayer encoded, Tensor decoded, double maxError, double psnr) {
  /**
   * Encodes a layer, decodes it again and checks it. Where a signal-to-noise ratio is asked for and
   * missed, the bound is tightened by as much as was missing.
   *
   * @throws Fault when the bound is broken or the ratio not reached: nothing that breaks its
   *     promise leaves the product
   */
  public static CheckedLayer encode(
      LayerCodec codec, Tensor weights, CodecSettings settings, Progress progress) {
    return settings.setting() instanceof ErrorBound asked && asked.mode() == ErrorBound.Mode.PSNR
        ? reaching(codec, weights, asked, settings, progress)
        : once(codec, weights, settings, progress);
  }

  private static CheckedLayer reaching(
      LayerCodec codec,
      Tensor weights,
      ErrorBound asked,
      CodecSettings settings,
      Progress progress) {
    return PsnrSearch.run(
        codec.name(),
        asked.value(),
        asked.absoluteFor(weights.values()),
        bound -> once(codec, weights, settings.with(ErrorBound.absolute(bound)), progress),
        CheckedLayer::psnr);
  }

  private static CheckedLayer once(
      LayerCodec codec, Tensor weights, CodecSettings settings, Progress progress) {
    EncodedLayer encoded = codec.encode(weights, settings, progress);
    progress.check();
    return check(codec, weights, encoded, codec.decode(encoded, progress));
  }

  /**
   * Compares a decoded layer with the original.
   *
   * @throws Fault when it breaks the bound
   */
  public static CheckedLayer check(
      LayerCodec codec, Tensor weights, EncodedLayer encoded, Tensor decoded) {
    var check = BoundCheck.of(weights.values(), decoded.values(), encoded.bound(), codec.promise());
    if (!check.ok()) {
      throw new Fault(
          "%s broke the error bound %s for %d weights (largest error %s); choose another codec."
              .formatted(codec.name(), encoded.bound(), check.violations(), check.maxError()));
    }
    return new CheckedLayer(
        encoded, decoded, check.maxError(), Psnr.of(weights.values(), decoded.values()));
  }
}
