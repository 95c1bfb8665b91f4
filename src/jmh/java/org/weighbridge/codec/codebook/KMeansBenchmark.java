package org.weighbridge.codec.codebook;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.weighbridge.job.Progress;

/** K-means to 5 bits on all processors: of a hundred million weights, and of small layers. */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 4, time = 2)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class KMeansBenchmark {
  @Param({"100000000", "1000000", "20000"})
  public int weights;

  @Param public Start start;

  private float[] values;

  /** Weights of a normal distribution, as those of dense layers nearly are. */
  @Setup
  public void prepare() {
    var random = new SplittableRandom(1);
    values = new float[weights];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.05 * random.nextGaussian());
    }
  }

  @Benchmark
  public float[] centroids() {
    return KMeans.centroids(values, 32, start, Progress.none());
  }

  /** The code of each weight as well. */
  @Benchmark
  public Object centroidsAndCodes() {
    return SharedValues.of(values, centroids(), Progress.none());
  }
}
