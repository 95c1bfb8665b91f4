package org.weighbridge.codec;

import java.util.Random;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Weights for tests, from seeds. */
public final class TestWeights {
  private TestWeights() {}

  /** How values are distributed. */
  public enum Kind {
    UNIFORM {
      @Override
      double next(Random random) {
        return 2 * random.nextDouble() - 1;
      }
    },
    LAPLACE {
      @Override
      double next(Random random) {
        return 0.05 * Math.log(1 - random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
      }
    },
    /** Magnitudes over twenty decades. */
    HEAVY_TAILED {
      @Override
      double next(Random random) {
        return Math.pow(10, 20 * random.nextDouble() - 12) * (random.nextBoolean() ? 1 : -1);
      }
    },
    /** Every bit pattern there is, NaN and infinities among them. */
    BITS {
      @Override
      double next(Random random) {
        return Float.intBitsToFloat(random.nextInt());
      }
    };

    abstract double next(Random random);
  }

  /** Values of a kind, each kept with probability {@code density}, else a zero of either sign. */
  public static Tensor random(Kind kind, Shape shape, double density, long seed) {
    var random = new Random(seed);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      boolean kept = random.nextDouble() < density;
      // a NaN's payload does not survive the way through double on every machine
      float value =
          kind == Kind.BITS ? Float.intBitsToFloat(random.nextInt()) : (float) kind.next(random);
      values[i] = kept ? value : random.nextBoolean() ? 0f : -0f;
    }
    return new Tensor(shape, values);
  }
}
