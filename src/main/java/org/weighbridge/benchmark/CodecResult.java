package org.weighbridge.benchmark;

import org.weighbridge.codec.CheckedLayer;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Setting;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Tensor;

/**
 * One codec at one effort on so many threads.
 *
 * @param codec its id
 * @param setting what it was asked for
 * @param weights how many were coded
 * @param kept how many of them are not zero
 * @param bytes of the stream
 * @param maxError the largest |decoded - original|; no result that breaks the bound gets here
 */
public record CodecResult(
    String codec,
    Setting setting,
    Effort effort,
    int threads,
    long weights,
    long kept,
    long bytes,
    double maxError,
    Timing timing) {

  /** Measures one; every decoded result is checked, outside the time. */
  static CodecResult measure(
      LayerCodec codec,
      Tensor weights,
      CodecSettings settings,
      int threads,
      Timing.Runs runs,
      Progress progress) {
    var quiet = new OnlyCancelled(progress);
    var trip =
        new Timing.RoundTrip<EncodedLayer, Tensor>() {
          private long bytes;
          private double maxError;

          @Override
          public EncodedLayer encode() {
            return codec.encode(weights, settings, quiet);
          }

          @Override
          public Tensor decode(EncodedLayer encoded) {
            return codec.decode(encoded, quiet);
          }

          @Override
          public void check(EncodedLayer encoded, Tensor decoded) {
            progress.check();
            bytes = encoded.bytes().length;
            maxError = CheckedLayer.check(codec, weights, encoded, decoded).maxError();
          }
        };
    var timing = WorkPool.limited(threads, () -> Timing.best(runs, trip));
    return new CodecResult(
        codec.id(),
        settings.setting(),
        settings.effort(),
        threads,
        weights.size(),
        weights.nonZeros(),
        trip.bytes,
        trip.maxError,
        timing);
  }

  /** Both together, one after the other: of the same codec, effort and number of threads. */
  CodecResult plus(CodecResult other) {
    return new CodecResult(
        codec,
        setting,
        effort,
        threads,
        weights + other.weights,
        kept + other.kept,
        bytes + other.bytes,
        Math.max(maxError, other.maxError),
        timing.plus(other.timing));
  }

  /** Bytes of dense float32. */
  public long denseBytes() {
    return Float.BYTES * weights;
  }

  public double ratio() {
    return (double) denseBytes() / bytes;
  }

  public double bitsPerKept() {
    return 8.0 * bytes / kept;
  }
}
