package org.weighbridge.codec.index;

import java.util.List;
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
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.SomeWeights;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/** Every coder of positions, on one thread; per weight of the layer, kept or not. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SomeWeights.SIZE)
public class IndexCoderBenchmark {
  private static final List<IndexCoder> CODERS =
      List.of(
          new GapIndex(),
          new BitmaskIndex(),
          new ContextIndex(),
          new CellIndex(),
          new RelativeIndex(5));

  @Param({"gap8", "bitmask", "context", "cells", "relative5"})
  public String coder;

  @Param({"FAST", "BALANCED"})
  public Effort effort;

  private IndexCoder index;
  private byte[] encoded;

  @Setup
  public void prepare(SomeWeights weights) {
    index = CODERS.stream().filter(c -> c.name().equals(coder)).findFirst().orElseThrow();
    encoded = encode(weights);
  }

  @Benchmark
  public byte[] encode(SomeWeights weights) {
    return WorkPool.limited(1, () -> index.encode(weights.mask, effort, Progress.none()));
  }

  @Benchmark
  public Mask decode(SomeWeights weights) {
    var shape = weights.layer.shape();
    return WorkPool.limited(1, () -> index.decode(new ByteReader(encoded), shape, Progress.none()));
  }
}
