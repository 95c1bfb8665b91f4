package org.weighbridge.inference.sparse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
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
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** One fully connected layer on 10,000 samples in batches of 1000; in ms for all of them. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SparseProductBenchmark {
  private static final int BATCHES = 10;
  private static final int ROWS = 1000;

  /** LeNet-300-100's first layer, LeNet-5's. */
  @Param({"300x784", "500x800"})
  public String layer;

  @Param({"0.02", "0.08", "0.2", "0.5"})
  public double density;

  @Param({"1", "4"})
  public int threads;

  private final SampleBlocks[] activations = new SampleBlocks[BATCHES];
  private Tensor matrix;
  private SparseWeights weights;
  private FloatBuffer target;

  @Setup
  public void prepare() {
    int outputs = Integer.parseInt(layer.split("x")[0]);
    int inputs = Integer.parseInt(layer.split("x")[1]);
    var random = new SplittableRandom(1);
    float[] values = new float[outputs * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
    }
    matrix = new Tensor(Shape.of(outputs, inputs), values);
    weights = SparseWeights.of(matrix, 0);
    float[] rows = new float[ROWS * inputs];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextInt(256) / 255f;
    }
    for (int i = 0; i < BATCHES; i++) {
      activations[i] = new SampleBlocks(ROWS, inputs);
      activations[i].fill(0, ROWS, FloatBuffer.wrap(rows));
    }
    target =
        ByteBuffer.allocateDirect(ROWS * outputs * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  @Benchmark
  public FloatBuffer multiply() {
    return WorkPool.limited(
        threads,
        () -> {
          for (SampleBlocks batch : activations) {
            SparseProduct.multiply(batch, weights, new float[weights.outputs()], target);
          }
          return target;
        });
  }

  @Benchmark
  public SparseWeights leaveOutZeros() {
    return WorkPool.limited(threads, () -> SparseWeights.of(matrix, 0));
  }
}
