package org.weighbridge.codec;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.weighbridge.benchmark.SyntheticLayer;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** What all benchmarks measure on: the first rows of a layer like AlexNet's fc6. */
@State(Scope.Benchmark)
public class SomeWeights {
  private static final int ROWS = 512;

  /** How many weights there are: 512 × 9216. */
  public static final int SIZE = ROWS * 9216;

  public static final double BOUND = 0.01;

  public final Tensor layer = firstRows();
  public final Mask mask = Mask.of(layer.shape(), i -> layer.values()[i] != 0f);
  public final float[] kept = kept();

  private static Tensor firstRows() {
    float[] all = SyntheticLayer.ALEXNET_FC6.generate(1, Progress.none()).values();
    return new Tensor(Shape.of(ROWS, SIZE / ROWS), Arrays.copyOf(all, SIZE));
  }

  private float[] kept() {
    int[] positions = mask.positions();
    float[] values = new float[positions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = layer.values()[positions[i]];
    }
    return values;
  }

  /** The symbols of the kept weights: bin q as 1 + 2q or -2q, nothing as 0. */
  public int[] symbols() {
    int[] symbols = new int[kept.length];
    for (int i = 0; i < symbols.length; i++) {
      int bin = (int) Math.rint(kept[i] / (2 * BOUND));
      symbols[i] = 1 + (bin << 1 ^ bin >> 31);
    }
    return symbols;
  }
}
