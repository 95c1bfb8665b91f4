package org.weighbridge.inference.sparse;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.weighbridge.inference.sparse.BreakEven.Timing;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Measures the {@link BreakEven} of one layer's shape, on random weights. */
public final class BreakEvenTrial {
  private static final long SEED = 1;
  private static final double SPARSE = 0.05;
  private static final double DENSER = 0.25;
  private static final int ROUNDS = 10;

  /** For the JVM to compile the loops. */
  private static final long WARM_UP_NANOS = 30_000_000;

  private final int outputs;
  private final int inputs;
  private final int samples;
  private final SampleBlocks activations;
  private final FloatBuffer target;

  private BreakEvenTrial(int outputs, int inputs, int samples, FloatBuffer rows, FloatBuffer to) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.samples = samples;
    this.activations = new SampleBlocks(samples, inputs);
    activations.fill(0, samples, rows);
    this.target = to;
  }

  /**
   * Lets both products take turns and takes the best time of each, so that what else the machine
   * does hits both and decides little.
   *
   * @param rows samples × inputs activations
   * @param target room for samples × outputs
   * @param dense multiplies the same activations with as many weights, none of them left out
   */
  public static BreakEven measure(
      int outputs, int inputs, int samples, FloatBuffer rows, FloatBuffer target, Runnable dense) {
    return new BreakEvenTrial(outputs, inputs, samples, rows, target).against(dense);
  }

  private BreakEven against(Runnable dense) {
    Runnable sparse = product(SPARSE);
    Runnable denser = product(DENSER);
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      sparse.run();
      denser.run();
    }
    dense.run();
    long denseNanos = Long.MAX_VALUE;
    long sparseNanos = Long.MAX_VALUE;
    long denserNanos = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      denseNanos = Math.min(denseNanos, nanos(dense));
      sparseNanos = Math.min(sparseNanos, nanos(sparse));
      denserNanos = Math.min(denserNanos, nanos(denser));
    }
    var timings = List.of(new Timing(SPARSE, sparseNanos), new Timing(DENSER, denserNanos));
    return new BreakEven(outputs, inputs, samples, denseNanos, timings);
  }

  private Runnable product(double density) {
    var random = new SplittableRandom(SEED);
    float[] values = new float[outputs * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < density ? 1 : 0;
    }
    var weights = SparseWeights.of(new Tensor(Shape.of(outputs, inputs), values), 0);
    float[] bias = new float[outputs];
    return () -> SparseProduct.multiply(activations, weights, bias, target);
  }

  private static long nanos(Runnable product) {
    long start = System.nanoTime();
    product.run();
    return System.nanoTime() - start;
  }
}
