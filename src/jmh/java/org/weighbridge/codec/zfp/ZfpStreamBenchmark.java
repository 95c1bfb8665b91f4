package org.weighbridge.codec.zfp;

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
import org.weighbridge.codec.SomeWeights;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/** Dense floats through ZFP, on one thread; a million a second are 4 MB/s. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ZfpStreamBenchmark.SIZE)
public class ZfpStreamBenchmark {
  /** Kept weights of the layer that are coded. */
  public static final int SIZE = 1 << 18;

  @Param({"1", "2"})
  public int dimensions;

  private final float[] values = new float[SIZE];
  private final float[] decoded = new float[SIZE];
  private Grid grid = Grid.vector(SIZE);
  private ZfpStream stream = ZfpStream.EMPTY;

  @Setup
  public void prepare(SomeWeights weights) {
    System.arraycopy(weights.kept, 0, values, 0, SIZE);
    grid = dimensions == 1 ? Grid.vector(SIZE) : Grid.matrix(1 << 9, 1 << 9);
    stream = encode();
  }

  @Benchmark
  public ZfpStream encode() {
    return WorkPool.limited(
        1, () -> ZfpStream.encode(values, grid, SomeWeights.BOUND, decoded, Progress.none()));
  }

  @Benchmark
  public float[] decode() {
    return WorkPool.limited(1, () -> stream.decode(grid, SomeWeights.BOUND, Progress.none()));
  }
}
