package org.weighbridge.codec;

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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Tensor;

/** Whole layers; a million weights a second are 4 MB/s of dense float32. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SomeWeights.SIZE)
public class CodecBenchmark {
  @Param({"sz", "deepsz"})
  public String codec;

  @Param public Effort effort;

  @Param({"1", "4"})
  public int threads;

  private CodecSettings settings;
  private EncodedLayer encoded;

  @Setup
  public void prepare(SomeWeights weights) {
    settings = new CodecSettings(ErrorBound.absolute(SomeWeights.BOUND), effort);
    encoded = encode(weights);
  }

  @Benchmark
  public EncodedLayer encode(SomeWeights weights) {
    return WorkPool.limited(
        threads, () -> Codecs.byId(codec).encode(weights.layer, settings, Progress.none()));
  }

  @Benchmark
  public Tensor decode() {
    return WorkPool.limited(threads, () -> Codecs.byId(codec).decode(encoded, Progress.none()));
  }
}
