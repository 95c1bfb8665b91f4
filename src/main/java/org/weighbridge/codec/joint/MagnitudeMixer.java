package org.weighbridge.codec.joint;

import static org.weighbridge.codec.mixing.LogisticDistribution.CERTAIN;

import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.codec.mixing.Levels;
import org.weighbridge.codec.mixing.LogisticDistribution;
import org.weighbridge.codec.mixing.Magnitudes;

/** Predicts the bits of magnitudes once the sign is known. */
final class MagnitudeMixer implements Magnitudes.Model {
  /** The contexts beside the place in the code itself, and how many values each has. */
  private static final int[] CONTEXTS = {16, 16, 15 * 15, 256, 201, 41 * 16};

  private final ContextMixer mixer;
  private final int[] values = new int[CONTEXTS.length];
  private LogisticDistribution distribution = new LogisticDistribution();
  private double step;
  private int sign;

  MagnitudeMixer(int learning) {
    int[] sizes = new int[CONTEXTS.length + 1];
    sizes[0] = Magnitudes.PLACES;
    for (int i = 0; i < CONTEXTS.length; i++) {
      sizes[i + 1] = Magnitudes.PLACES * CONTEXTS[i];
    }
    mixer = ContextMixer.withInputs(1, learning, sizes);
  }

  /**
   * Looks at what a magnitude depends on.
   *
   * @param chosenSign 1 or -1
   * @param expected the forecast of the weight
   * @param rowLevel how large magnitudes were in this row
   * @param columnLevel how large they were in this column
   */
  void look(int chosenSign, Surroundings around, double expected, int rowLevel, int columnLevel) {
    sign = chosenSign;
    double toward = sign * expected;
    values[0] = rowLevel;
    values[1] = columnLevel;
    values[2] =
        15 * WeightModel.step(sign * around.left(), 1, 7)
            + WeightModel.step(sign * around.above(), 1, 7);
    double mean = sign * around.mean();
    values[3] = rowLevel << 4 | (mean == 0 ? 0 : Levels.of(Math.max(1, (int) (4 * mean))));
    values[4] = WeightModel.step(toward, 2, 100);
    values[5] = WeightModel.step(toward, 1, 20) << 4 | rowLevel;
  }

  int code(BitCoder coder, int magnitude, LogisticDistribution forecast, double stepOfBin) {
    distribution = forecast;
    step = stepOfBin;
    return Magnitudes.code(coder, magnitude, this);
  }

  @Override
  public int code(BitCoder coder, int place, int from, int middle, int to, int bit) {
    mixer.context(0, place);
    for (int i = 0; i < values.length; i++) {
      mixer.context(i + 1, place * CONTEXTS[i] + values[i]);
    }
    int least = beyond(from);
    int upper = beyond(middle);
    int most = to == Integer.MAX_VALUE ? 0 : beyond(to);
    mixer.input(0, LogisticDistribution.logit(upper - most, least - most));
    return mixer.code(coder, bit);
  }

  /** The probability of a magnitude of at least so much, with this sign. */
  private int beyond(int magnitude) {
    double border = sign * (magnitude - 0.5) * step;
    int below = distribution.below(border);
    return sign < 0 ? below : CERTAIN - below;
  }
}
