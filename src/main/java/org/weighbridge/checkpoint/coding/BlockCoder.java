package org.weighbridge.checkpoint.coding;

import org.weighbridge.checkpoint.ElementType;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Psnr;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.Setting;
import org.weighbridge.codec.Spread;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Tensor;

/**
 * Codes blocks of one tensor, decodes them again and holds every value, as it will be written, to
 * the bound.
 *
 * @param name of the tensor
 * @param type of its numbers
 * @param codec codes it
 * @param setting what is asked of the codec; an error bound is absolute already
 * @param belowBound the fate of weights within the bound of zero
 */
record BlockCoder(
    String name, ElementType type, LayerCodec codec, Setting setting, BelowBound belowBound) {
  /**
   * A block that kept its promise.
   *
   * @param encoded the stream
   * @param written what it comes back as, rounded to the file's numbers
   * @param bound kept by what is written
   * @param maxError the largest error of what is written
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never written to
  record Coded(EncodedLayer encoded, float[] written, double bound, double maxError) {
    /** The sum of squared errors. */
    double squaredError(Tensor weights) {
      return Psnr.squaredError(weights.values(), written);
    }
  }

  /**
   * Codes a block.
   *
   * @throws Fault when the codec broke its promise
   */
  Coded code(Tensor weights, Effort effort, Progress progress) {
    float[] values = weights.values();
    var encoded =
        codec.encode(weights, new CodecSettings(inner(values), effort, belowBound), progress);
    progress.check();
    float[] written = Written.round(type, codec.decode(encoded, progress).values());
    double bound =
        setting instanceof ErrorBound asked ? asked.value() : ReachedBound.of(values, written);
    var check = BoundCheck.of(values, written, bound, codec.promise());
    if (!check.ok()) {
      throw new Fault(
          "%s broke the error bound %s for %d weights of %s (largest error %s); choose another codec."
              .formatted(codec.name(), bound, check.violations(), name, check.maxError()));
    }
    return new Coded(encoded, written, bound, check.maxError());
  }

  /** What the codec is asked for so that rounding keeps the bound. */
  private Setting inner(float[] values) {
    return setting instanceof ErrorBound asked && type != ElementType.FLOAT32
        ? ErrorBound.absolute(RoundedBound.of(type, asked.value(), Spread.of(values).largest()))
        : setting;
  }
}
