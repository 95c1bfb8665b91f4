package org.weighbridge.codec.mixing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Predicts a bit by logistic mixing (Mahoney, lpaq; Mattern, DCC 2013): each context keeps an
 * adaptive probability; their logits are added up with weights that learn which contexts to trust.
 * Integers only, so that every machine predicts alike. Needs no tables in the stream.
 */
public final class ContextMixer {
  /** A slot: 22 bits of probability, then 10 bits that count how often it was used. */
  private static final int COUNT_BITS = 10;

  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int MOST_PROBABLE = (1 << 22) - 1;

  /** A probability of one half, never used. */
  private static final int UNKNOWN = 1 << 31;

  /** Counts stop here, so that probabilities never stop following the data. */
  private static final int LIMIT = 255;

  /** 1 in weights. */
  private static final int ONE = 1 << 16;

  /** The logit of a constant input, for what all contexts get wrong together: 1. */
  private static final int BIAS = 256;

  /** How far a slot moves towards a bit: 1 / (count + 1.6), in units of 1 / 2^16. */
  private static final int[] RATES = new int[LIMIT + 1];

  static {
    for (int count = 0; count <= LIMIT; count++) {
      RATES[count] = (10 << 16) / (10 * count + 16);
    }
  }

  /** Larger tables are made only after so many slots were asked for: their size by 2^4. */
  private static final int LARGE = 1 << 12;

  private static final int PATIENCE = 4;

  /** The slots of all contexts, one context after the other; or those that have a number. */
  private int[] slots;

  private final int size;

  /** Set until the table is made. */
  private @Nullable SlotNumbers numbers;

  /** How many slots are asked for until then. */
  private int patience;

  /** Where the slots of each context begin. */
  private final int[] bases;

  /** The slots that the next bit uses. */
  private final int[] used;

  /** What is added up: of the contexts, of the inputs, and the constant. */
  private final int[] logits;

  private final int[] weights;
  private final int learning;
  private int set;

  /**
   * A mixer of as many contexts as sizes, all of them unknown, trusted alike.
   *
   * @param sets how many sets of weights there are to choose from
   * @param learning weights move by logit × error / 2^learning
   * @param sizes how many values each context can take
   */
  public ContextMixer(int sets, int learning, int... sizes) {
    this(sets, learning, 0, sizes);
  }

  private ContextMixer(int sets, int learning, int inputs, int[] sizes) {
    this.learning = learning;
    bases = new int[sizes.length];
    int all = 0;
    for (int i = 0; i < sizes.length; i++) {
      bases[i] = all;
      all += sizes[i];
    }
    size = all;
    patience = size >> PATIENCE;
    numbers = size > LARGE ? new SlotNumbers() : null;
    slots = unknown(size > LARGE ? sizes.length : size);
    used = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      used[i] = numbers == null ? bases[i] : numbers.of(bases[i]);
    }
    logits = new int[sizes.length + inputs + 1];
    logits[logits.length - 1] = BIAS;
    weights = new int[sets * logits.length];
    for (int i = 0; i < sets; i++) {
      int from = i * logits.length;
      Arrays.fill(weights, from, from + sizes.length, ONE / sizes.length);
      Arrays.fill(weights, from + sizes.length, from + sizes.length + inputs, ONE / 5);
    }
  }

  private static int[] unknown(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, UNKNOWN);
    return slots;
  }

  /** A mixer with one set of weights that has logits of other origin as inputs too. */
  public static ContextMixer withInputs(int inputs, int learning, int... sizes) {
    return new ContextMixer(1, learning, inputs, sizes);
  }

  /** Says which value a context has for the next bit. */
  public void context(int context, int value) {
    int slot = bases[context] + value;
    used[context] = numbers == null ? slot : numbered(numbers, slot);
  }

  private int numbered(SlotNumbers known, int slot) {
    patience--;
    int number = known.of(slot);
    if (number >= slots.length) {
      int[] more = unknown(2 * slots.length);
      System.arraycopy(slots, 0, more, 0, slots.length);
      slots = more;
    }
    return number;
  }

  /** Puts the slots that have a number into the whole table. */
  private void makeTable(SlotNumbers known) {
    int[] table = unknown(size);
    for (int i = 0; i < known.count(); i++) {
      table[known.slot(i)] = slots[i];
    }
    for (int i = 0; i < used.length; i++) {
      used[i] = known.slot(used[i]);
    }
    slots = table;
    numbers = null;
  }

  /** Says what an input believes of the next bit: a logit in units of 1 / 256. */
  public void input(int input, int logit) {
    logits[used.length + input] = logit;
  }

  /** Chooses the weights for the next bit. */
  public void weights(int chosen) {
    set = chosen * logits.length;
  }

  /** Codes the next bit and learns from it. */
  public int code(BitCoder coder, int bit) {
    for (int i = 0; i < used.length; i++) {
      logits[i] = Logistic.stretch(slots[used[i]] >>> 16);
    }
    long sum = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += (long) logits[i] * weights[set + i];
    }
    int predicted = Logistic.squash((int) (sum >> 16));
    int coded = coder.code(bit, predicted);
    learn(coded, predicted);
    if (numbers != null && patience <= 0) {
      makeTable(numbers);
    }
    return coded;
  }

  private void learn(int bit, int predicted) {
    int error = (bit << 16) - predicted;
    int rounding = 1 << (learning - 1);
    for (int i = 0; i < logits.length; i++) {
      weights[set + i] += (logits[i] * error + rounding) >> learning;
    }
    for (int i = 0; i < used.length; i++) {
      int slot = slots[used[i]];
      int count = slot & COUNT_MASK;
      int probability = slot >>> COUNT_BITS;
      probability += (int) (((((long) bit << 22) - probability) * RATES[count]) >> 16);
      slots[used[i]] =
          Math.clamp(probability, 0, MOST_PROBABLE) << COUNT_BITS | Math.min(count + 1, LIMIT);
    }
  }
}
