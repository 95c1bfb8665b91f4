package org.weighbridge.codec.rans;

import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.BitCoder;

/**
 * Small numbers by adaptive binary decisions, for heads of streams: no tables, a few bits each. A
 * number v is coded as v + 1: its bit length less 1 in unary, then the bits below the highest one.
 */
public final class NumberModel {
  /** Numbers are below 2^33 - 1: folded differences of ints among them. */
  private static final int MAX_LENGTH = 33;

  /** So many bits below the highest are modelled; the others are taken as random. */
  private static final int MODELLED = 3;

  private static final int HALF = 1 << (BitCoder.PROBABILITY_BITS - 1);

  /** Adaptation slows down to 1 / 2^5. */
  private static final int LIMIT = 32;

  /** Decisions of a context: the unary ones, then the first ones below the highest bit. */
  private static final int DECISIONS = MAX_LENGTH + ((MAX_LENGTH + 1) << MODELLED);

  private final int[] probabilities;
  private final int[] counts;

  public NumberModel(int contexts) {
    probabilities = new int[contexts * DECISIONS];
    counts = new int[contexts * DECISIONS];
    Arrays.fill(probabilities, HALF);
  }

  /** A difference as a number: 2d for d at least 0, else -2d - 1. */
  public static long fold(long difference) {
    return difference << 1 ^ difference >> 63;
  }

  /** The inverse of {@link #fold}. */
  public static long unfold(long folded) {
    return folded >>> 1 ^ -(folded & 1);
  }

  /** The bits of a number, 0 for 0. */
  public static int bitLength(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }

  /**
   * Codes a number.
   *
   * @param value what to encode, below 2^33 - 1; ignored when decoding
   * @return the number that was encoded or decoded
   */
  public long code(BitCoder coder, int context, long value) {
    int base = context * DECISIONS;
    int wanted = Long.SIZE - Long.numberOfLeadingZeros(value + 1);
    int length = 1;
    while (bit(coder, base + length - 1, length < wanted ? 1 : 0) != 0) {
      if (++length > MAX_LENGTH) {
        throw new MalformedStreamException(0, "a number is too long");
      }
    }
    long known = 1;
    for (int place = length - 2; place >= 0; place--) {
      int next = (int) ((value + 1) >>> place & 1);
      known =
          known << 1
              | (known < 1 << MODELLED
                  ? bit(coder, base + MAX_LENGTH + (length << MODELLED) + (int) known, next)
                  : coder.code(next, HALF));
    }
    return known - 1;
  }

  private int bit(BitCoder coder, int at, int bit) {
    int coded = coder.code(bit, Math.clamp(probabilities[at], 1 << 6, (2 * HALF) - (1 << 6)));
    int target = coded << BitCoder.PROBABILITY_BITS;
    probabilities[at] += 2 * (target - probabilities[at]) / (2 * counts[at] + 3);
    counts[at] = Math.min(LIMIT, counts[at] + 1);
    return coded;
  }
}
