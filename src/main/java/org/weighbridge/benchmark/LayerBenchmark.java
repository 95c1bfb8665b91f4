package org.weighbridge.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * What to measure of a layer.
 *
 * @param bound the absolute error bound, for codecs that are asked for one and for the limits
 * @param parameter what the others are asked for; empty for what each begins with
 * @param threads numbers of threads, each measured apart
 */
public record LayerBenchmark(
    List<LayerCodec> codecs,
    List<Effort> efforts,
    double bound,
    Optional<Parameter> parameter,
    List<Integer> threads,
    Timing.Runs runs) {

  /** Measurements of a layer: each codec twice, and two yardsticks. */
  public int units() {
    return 2 * (1 + codecs.size() * efforts.size() * threads.size());
  }

  /**
   * Measures a layer, and beside it its kept weights alone as a vector without zeros, which is what
   * the throughput of compressors of floats is stated for.
   *
   * @param progress counts {@link #units()}
   */
  public LayerResult measure(String name, Tensor weights, Progress progress) {
    var kept = new Tensor(Shape.of(weights.nonZeros()), kept(weights));
    return new LayerResult(
        name,
        weights.shape(),
        measure(name, weights, BelowBound.DROP, progress),
        measure(name + ", kept values", kept, BelowBound.KEEP, progress));
  }

  private Measured measure(String what, Tensor weights, BelowBound belowBound, Progress progress) {
    progress.step(what + ", " + Yardstick.NAME);
    var yardstick = Yardstick.measure(weights.values(), runs, progress);
    progress.worked(1);
    var results = new ArrayList<CodecResult>();
    for (var codec : codecs) {
      for (var effort : efforts) {
        var settings = new CodecSettings(setting(codec), effort, belowBound);
        for (int count : threads) {
          progress.step("%s, %s %s, threads: %d".formatted(what, codec.id(), effort, count));
          results.add(CodecResult.measure(codec, weights, settings, count, runs, progress));
          progress.worked(1);
        }
      }
    }
    return new Measured(
        weights.size(),
        weights.nonZeros(),
        EntropyLimits.of(weights.values(), bound),
        yardstick,
        results);
  }

  private Setting setting(LayerCodec codec) {
    if (parameter.isPresent()) {
      return parameter.get();
    }
    return codec.axis() instanceof Axis.Bounds axis ? axis.at(bound) : codec.axis().start();
  }

  private static float[] kept(Tensor weights) {
    float[] kept = new float[weights.nonZeros()];
    int count = 0;
    for (float weight : weights.values()) {
      if (weight != 0f) {
        kept[count++] = weight;
      }
    }
    return kept;
  }
}
