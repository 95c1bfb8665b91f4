package org.weighbridge.codec.entropy;

import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.codec.mixing.Magnitudes;

/** Predicts {@link Magnitudes} from the contexts of {@link BinWalk}. */
final class MagnitudeModel implements Magnitudes.Model {
  /** The contexts beside the place in the code itself, and how many values each has. */
  private static final int[] CONTEXTS = {16, 16, 16, 16, 32, 32};

  private final ContextMixer mixer;
  private final int[] values = new int[CONTEXTS.length];

  MagnitudeModel(int learning) {
    int[] sizes = new int[CONTEXTS.length + 1];
    sizes[0] = Magnitudes.PLACES;
    for (int i = 0; i < CONTEXTS.length; i++) {
      sizes[i + 1] = Magnitudes.PLACES * CONTEXTS[i];
    }
    mixer = new ContextMixer(1, learning, sizes);
  }

  void context(int context, int value) {
    values[context] = value;
  }

  int code(BitCoder coder, int magnitude) {
    return Magnitudes.code(coder, magnitude, this);
  }

  @Override
  public int code(BitCoder coder, int place, int from, int middle, int to, int bit) {
    mixer.context(0, place);
    for (int i = 0; i < values.length; i++) {
      mixer.context(i + 1, place * CONTEXTS[i] + values[i]);
    }
    return mixer.code(coder, bit);
  }
}
