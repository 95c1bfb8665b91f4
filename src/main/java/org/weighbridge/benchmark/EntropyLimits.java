package org.weighbridge.benchmark;

import java.util.Arrays;

/**
 * What coders that see no structure cannot beat.
 *
 * @param order0Bytes order-0 entropy of the bins round(x / 2b) of the kept weights at a bound b
 * @param iidMaskBytes entropy of the mask if every weight were kept independently with the same
 *     probability
 */
public record EntropyLimits(double order0Bytes, double iidMaskBytes) {
  /** Bins up to this number are counted in an array, others are sorted. */
  private static final int NEAR = 1 << 20;

  private static final double LN_2 = Math.log(2);

  /** The limits of a layer. Weights that are not zero are kept. */
  public static EntropyLimits of(float[] weights, double bound) {
    long[] near = new long[2 * NEAR + 1];
    long[] far = new long[16];
    int farCount = 0;
    int kept = 0;
    for (float weight : weights) {
      if (weight == 0f) {
        continue;
      }
      kept++;
      double bin = Math.rint(weight / (2 * bound));
      if (Math.abs(bin) <= NEAR) {
        near[(int) bin + NEAR]++;
      } else {
        if (farCount == far.length) {
          far = Arrays.copyOf(far, 2 * farCount);
        }
        far[farCount++] = Double.doubleToLongBits(bin);
      }
    }
    double bits = 0;
    for (long count : near) {
      bits += bits(count, kept);
    }
    Arrays.sort(far, 0, farCount);
    for (int from = 0, to = 1; to <= farCount; to++) {
      if (to == farCount || far[to] != far[from]) {
        bits += bits(to - from, kept);
        from = to;
      }
    }
    double mask = bits(kept, weights.length) + bits(weights.length - kept, weights.length);
    return new EntropyLimits(bits / 8, mask / 8);
  }

  /** What {@code count} of {@code all} symbols cost together when all of them are the same one. */
  private static double bits(long count, long all) {
    return count == 0 ? 0 : count * Math.log((double) all / count) / LN_2;
  }

  public EntropyLimits plus(EntropyLimits other) {
    return new EntropyLimits(order0Bytes + other.order0Bytes, iidMaskBytes + other.iidMaskBytes);
  }

  public double sumBytes() {
    return order0Bytes + iidMaskBytes;
  }
}
