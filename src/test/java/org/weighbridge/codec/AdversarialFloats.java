package org.weighbridge.codec;

import java.util.SplittableRandom;

/** Floats that quantizers stumble over, for a bound. */
enum AdversarialFloats {
  /** Every border of bins and its neighbours: rounding decides. */
  BORDERS {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      float border = (float) ((2 * (i / 3 - COUNT / 6) + 1) * bound);
      return i % 3 == 0 ? border : i % 3 == 1 ? Math.nextUp(border) : Math.nextDown(border);
    }
  },
  /** The bound itself, of both signs, and its neighbours. */
  BOUND {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      float value = (float) (i % 2 == 0 ? bound : -bound);
      return i % 6 < 2 ? value : i % 6 < 4 ? Math.nextUp(value) : Math.nextDown(value);
    }
  },
  /** Centres of bins far out, where floats are coarser than bins. */
  FAR_OUT {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return (float) (bound * StrictMath.pow(2, 10 + i * 20.0 / COUNT) * (i % 2 == 0 ? 1 : -1));
    }
  },
  SUBNORMALS {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      int sign = random.nextInt() & 0x80000000;
      return Float.intBitsToFloat(sign | random.nextInt(1 << random.nextInt(1, 24)));
    }
  },
  NANS_AND_INFINITIES {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      int sign = random.nextInt() & 0x80000000;
      int payload = random.nextInt(3) == 0 ? 0 : random.nextInt(1 << 23);
      return Float.intBitsToFloat(sign | 0x7f800000 | payload);
    }
  },
  EVERY_BIT_PATTERN {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return Float.intBitsToFloat(random.nextInt());
    }
  },
  /** Values around the bound among others that have nothing to do with it. */
  MIXTURE {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return switch (random.nextInt(6)) {
        case 0 -> random.nextBoolean() ? 0f : -0f;
        case 1 -> Float.intBitsToFloat(random.nextInt());
        case 2 -> (float) (bound * random.nextInt(-9, 10));
        case 3 -> Float.MAX_VALUE * (random.nextBoolean() ? 1 : -1);
        default -> (float) (bound * 20 * (random.nextDouble() - 0.5));
      };
    }
  },
  HUGE {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return Float.intBitsToFloat(0x7f7fffff - random.nextInt(1 << 22)) * (i % 2 == 0 ? 1 : -1);
    }
  },
  /** Small beside the bound. */
  TINY {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return (float) (bound * 1e-6 * (random.nextDouble() - 0.5));
    }
  },
  CONSTANT {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return (float) (2.7 * bound);
    }
  },
  TWO_VALUES {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return (float) (random.nextBoolean() ? 3 * bound : -5 * bound);
    }
  },
  /** Predictors follow it, and their errors must not add up. */
  MONOTONE {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return (float) (bound * (1.9999 * i - COUNT));
    }
  },
  ALTERNATING {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return (float) (bound * i * (i % 2 == 0 ? 1 : -1));
    }
  },
  /** Two kept weights among zeros of both signs. */
  NEARLY_NOTHING {
    @Override
    float at(int i, double bound, SplittableRandom random) {
      return i % 100 == 50 ? (float) (bound * i) : i % 2 == 0 ? 0f : -0f;
    }
  };

  /** How many of each kind. */
  static final int COUNT = 15 * 14;

  abstract float at(int i, double bound, SplittableRandom random);

  float[] of(double bound, SplittableRandom random) {
    float[] values = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[i] = at(i, bound, random);
    }
    return values;
  }
}
