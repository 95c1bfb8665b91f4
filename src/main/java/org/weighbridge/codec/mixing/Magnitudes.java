package org.weighbridge.codec.mixing;

/**
 * The binary code of magnitudes from 1 on: the bit length less 1 in unary, then the bits below the
 * highest one, downwards. Length and the first three bits are predicted; what is below is as good
 * as random.
 */
public final class Magnitudes {
  private static final int MAX_LENGTH = 25;
  private static final int PREDICTED_BITS = 3;

  /** Places in the code: lengths, then eight for the first bits of every length. */
  public static final int PLACES = (MAX_LENGTH + 1) * (1 + (1 << PREDICTED_BITS));

  private static final int EVEN = 1 << (BitCoder.PROBABILITY_BITS - 1);

  private Magnitudes() {}

  /** Predicts and codes a bit. */
  @FunctionalInterface
  public interface Model {
    /**
     * Codes a bit that tells whether a magnitude is in the upper or the lower part of an interval.
     *
     * @param place where in the code the bit stands, 0 to {@link #PLACES} - 1
     * @param from the smallest magnitude of the interval
     * @param middle the smallest one of the upper part
     * @param to the one after the largest; {@link Integer#MAX_VALUE} when there is no end
     * @return the bit, 1 for the upper part
     */
    int code(BitCoder coder, int place, int from, int middle, int to, int bit);
  }

  /** Codes a magnitude of up to 25 bits. */
  public static int code(BitCoder coder, int magnitude, Model model) {
    int length = 32 - Integer.numberOfLeadingZeros(magnitude);
    int known = 1;
    while (known < MAX_LENGTH) {
      int middle = 1 << known;
      int longer = known < length ? 1 : 0;
      if (model.code(coder, known, middle >>> 1, middle, Integer.MAX_VALUE, longer) == 0) {
        break;
      }
      known++;
    }
    int decoded = 1;
    for (int below = known - 2; below >= 0; below--) {
      int bit = magnitude >>> below & 1;
      if (known - 2 - below < PREDICTED_BITS) {
        // decoded starts with a 1, so that it tells the depth too: 1 to 7
        int place = MAX_LENGTH + 1 + (known << PREDICTED_BITS) + decoded;
        int from = decoded << (below + 1);
        int half = 1 << below;
        bit = model.code(coder, place, from, from + half, from + 2 * half, bit);
      } else {
        bit = coder.code(bit, EVEN);
      }
      decoded = decoded << 1 | bit;
    }
    return decoded;
  }
}
