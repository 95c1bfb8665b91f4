package org.weighbridge.codec;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/** What is done to every weight, kept or not, on one thread. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SomeWeights.SIZE)
public class MaskAndBoundBenchmark {
  @Benchmark
  public Mask mask(SomeWeights weights) {
    float[] values = weights.layer.values();
    return WorkPool.limited(
        1, () -> Mask.of(weights.layer.shape(), i -> values[i] != 0f, Progress.none()));
  }

  @Benchmark
  public int[] positions(SomeWeights weights) {
    return weights.mask.positions();
  }

  @Benchmark
  public BoundCheck boundCheck(SomeWeights weights) {
    float[] values = weights.layer.values();
    return BoundCheck.of(values, values, SomeWeights.BOUND);
  }
}
