package org.weighbridge.codec.lossless;

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
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.SomeWeights;
import org.weighbridge.job.Progress;

/** Every lossless back end on distances between kept weights; in MB/s of these bytes. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(LosslessBenchmark.SIZE)
public class LosslessBenchmark {
  static final int SIZE = 1 << 18;

  @Param({"deflate", "zstd", "context"})
  public String backEnd;

  @Param({"FAST", "BALANCED"})
  public Effort effort;

  private final byte[] raw = new byte[SIZE];
  private Lossless lossless;
  private byte[] packed;

  @Setup
  public void prepare(SomeWeights weights) {
    lossless =
        LosslessRace.MIXED.members().stream()
            .filter(member -> member.name().equals(backEnd))
            .findFirst()
            .orElseThrow();
    int[] positions = weights.mask.positions();
    for (int i = 0; i < SIZE; i++) {
      raw[i] = (byte) (positions[i + 1] - positions[i]);
    }
    packed = compress();
  }

  @Benchmark
  public byte[] compress() {
    return lossless.compress(raw, effort, Progress.none());
  }

  @Benchmark
  public byte[] decompress() {
    return lossless.decompress(packed, SIZE);
  }
}
