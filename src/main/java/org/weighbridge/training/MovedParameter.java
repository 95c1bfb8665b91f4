package org.weighbridge.training;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.tensor.Mask;
import org.weighbridge.training.gradient.Parameter;

/**
 * A parameter on its way: its numbers, what the optimizer remembers of them, and which of them are
 * pruned.
 *
 * <p>Pruned numbers are exactly +0 wherever the network sees them. Where they may grow back there
 * is a second array with the numbers that learn behind the mask.
 */
final class MovedParameter {
  /** How much of a running statistic stays when a batch comes. */
  private static final float STATISTIC_MOMENTUM = 0.9f;

  private final Parameter parameter;

  /** What learns. */
  private final float[] values;

  /** What the network sees: the same array unless pruned numbers learn on. */
  private float[] seen;

  private final float[][] moments;
  private @Nullable Mask mask;
  private int @Nullable [] kept;

  MovedParameter(Parameter parameter, float[] values, int moments) {
    this.parameter = parameter;
    this.values = values;
    this.seen = values;
    boolean learns = parameter.role() != Parameter.Role.STATISTIC;
    this.moments = new float[moments][learns ? values.length : 0];
  }

  Parameter parameter() {
    return parameter;
  }

  float[] values() {
    return values;
  }

  float[] seen() {
    return seen;
  }

  float[][] moments() {
    return moments;
  }

  Optional<Mask> mask() {
    return Optional.ofNullable(mask);
  }

  /** Moves what is not pruned, or everything where pruned numbers learn on. */
  void move(Move move, float[] gradient) {
    if (parameter.role() == Parameter.Role.STATISTIC) {
      follow(gradient);
    } else if (kept == null) {
      move.all(values, gradient, moments);
    } else if (regrows()) {
      move.all(values, gradient, moments);
      show(kept);
    } else {
      move.some(kept, values, gradient, moments);
    }
  }

  private boolean regrows() {
    return !sameArray(seen, values);
  }

  @SuppressWarnings("ArrayEquals") // whether it is one array is the question
  private static boolean sameArray(float[] one, float[] other) {
    return one == other;
  }

  private void follow(float[] batch) {
    for (int i = 0; i < values.length; i++) {
      values[i] = STATISTIC_MOMENTUM * values[i] + (1 - STATISTIC_MOMENTUM) * batch[i];
    }
  }

  private void show(int[] positions) {
    for (int i : positions) {
      seen[i] = values[i] + 0f;
    }
  }

  /**
   * Prunes.
   *
   * @param wanted what to keep
   * @param regrow whether what is pruned learns on and may be kept another time; else pruned once
   *     is pruned for good
   */
  void prune(Mask wanted, boolean regrow) {
    Mask next = mask == null || regrow ? wanted : both(mask, wanted);
    mask = next;
    kept = next.positions();
    if (regrow) {
      seen = new float[values.length];
      show(kept);
    } else {
      forgetPruned(next);
    }
  }

  private void forgetPruned(Mask next) {
    for (int i = 0; i < values.length; i++) {
      if (!next.get(i)) {
        values[i] = 0f;
        for (float[] moment : moments) {
          moment[i] = 0f;
        }
      }
    }
  }

  private static Mask both(Mask one, Mask other) {
    long[] words = one.words().clone();
    for (int w = 0; w < words.length; w++) {
      words[w] &= other.words()[w];
    }
    return new Mask(one.rows(), one.columns(), words);
  }

  /** Starts afresh from other numbers under the same mask: no memory, nothing learns unseen. */
  void restart(float[] from) {
    System.arraycopy(from, 0, values, 0, values.length);
    seen = values;
    for (float[] moment : moments) {
      Arrays.fill(moment, 0f);
    }
    if (mask != null) {
      forgetPruned(mask);
    }
  }

  /** How many of the numbers that the network sees are not zero. */
  int nonZeros() {
    int count = 0;
    for (float value : seen) {
      count += value == 0f ? 0 : 1;
    }
    return count;
  }
}
