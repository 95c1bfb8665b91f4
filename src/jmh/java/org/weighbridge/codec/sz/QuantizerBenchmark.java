package org.weighbridge.codec.sz;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.weighbridge.codec.SomeWeights;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/** Prediction and quantization, on one thread; per weight of the layer, kept or not. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SomeWeights.SIZE)
public class QuantizerBenchmark {
  private final Quantizer quantizer = new LinearQuantizer(SomeWeights.BOUND, 1 << 24, true);

  @Param({"ZERO", "LORENZO"})
  public Predictor predictor;

  @Benchmark
  public Object quantize(SomeWeights weights) {
    return WorkPool.limited(
        1, () -> Quantized.of(weights.kept, weights.mask, predictor, quantizer, Progress.none()));
  }
}
