package org.weighbridge.codec.entropy;

import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;

/**
 * Codes magnitudes from 1 on: the bit length less 1 in unary, then the bits below the highest one,
 * downwards. Length and the first three bits are predicted from the contexts; what is below is as
 * good as random.
 */
final class MagnitudeModel {
  /** The contexts beside the place in the code itself, and how many values each has. */
  private static final int[] CONTEXTS = {16, 16, 16, 16, 32};

  private static final int WEIGHT_SETS = 16;
  private static final int MAX_LENGTH = 25;
  private static final int PREDICTED_BITS = 3;

  /** Places in the code: lengths, then eight for the first bits of every length. */
  private static final int PLACES = (MAX_LENGTH + 1) * (1 + (1 << PREDICTED_BITS));

  private static final int EVEN = 1 << (BitCoder.PROBABILITY_BITS - 1);

  private final ContextMixer mixer;
  private final int[] values = new int[CONTEXTS.length];

  MagnitudeModel(int learning) {
    int[] sizes = new int[CONTEXTS.length + 1];
    sizes[0] = PLACES;
    for (int i = 0; i < CONTEXTS.length; i++) {
      sizes[i + 1] = PLACES * CONTEXTS[i];
    }
    mixer = new ContextMixer(WEIGHT_SETS, learning, sizes);
  }

  void context(int context, int value) {
    values[context] = value;
  }

  void weights(int set) {
    mixer.weights(set);
  }

  int code(BitCoder coder, int magnitude) {
    int length = 32 - Integer.numberOfLeadingZeros(magnitude);
    int known = 1;
    while (known < MAX_LENGTH && predicted(coder, known, known < length ? 1 : 0) != 0) {
      known++;
    }
    int decoded = 1;
    for (int depth = 0; depth < known - 1; depth++) {
      int bit = magnitude >>> (known - 2 - depth) & 1;
      if (depth < PREDICTED_BITS) {
        // decoded starts with a 1, so that it tells the depth too: 1 to 7
        int place = MAX_LENGTH + 1 + (known << PREDICTED_BITS) + decoded;
        decoded = decoded << 1 | predicted(coder, place, bit);
      } else {
        decoded = decoded << 1 | coder.code(bit, EVEN);
      }
    }
    return decoded;
  }

  private int predicted(BitCoder coder, int place, int bit) {
    mixer.context(0, place);
    for (int i = 0; i < values.length; i++) {
      mixer.context(i + 1, place * CONTEXTS[i] + values[i]);
    }
    return mixer.code(coder, bit);
  }
}
