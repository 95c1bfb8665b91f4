package org.weighbridge.codec.entropy;

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

/** Every coder of bins, on one thread; per weight of the layer, though only kept ones are coded. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SomeWeights.SIZE)
public class SymbolCoderBenchmark {
  private static final List<SymbolCoder> CODERS =
      List.of(new Huffman(), new ContextSymbols(), new Rans());

  @Param({"huffman+lossless", "context", "rans"})
  public String coder;

  @Param({"FAST", "BALANCED"})
  public Effort effort;

  private SymbolCoder entropy;
  private int[] symbols;
  private byte[] encoded;

  @Setup
  public void prepare(SomeWeights weights) {
    entropy = CODERS.stream().filter(c -> c.name().equals(coder)).findFirst().orElseThrow();
    symbols = weights.symbols();
    encoded = encode(weights).bytes();
  }

  @Benchmark
  public SymbolCoder.Coded encode(SomeWeights weights) {
    return WorkPool.limited(
        1, () -> entropy.encode(symbols, weights.mask, effort, Progress.none()));
  }

  @Benchmark
  public int[] decode(SomeWeights weights) {
    return WorkPool.limited(
        1, () -> entropy.decode(new ByteReader(encoded), weights.mask, Progress.none()));
  }
}
