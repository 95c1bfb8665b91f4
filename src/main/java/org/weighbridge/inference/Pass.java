package org.weighbridge.inference;

import java.util.BitSet;
import java.util.Optional;

/**
 * What is asked of all samples, and what was answered.
 *
 * @param right the right classes; without them the predicted ones count as right
 * @param answers filled batch by batch
 * @param nearTies samples whose prediction depends on the order of summation
 * @param enough asked after each batch whether the others are still wanted
 */
record Pass(Optional<int[]> right, Answers answers, BitSet nearTies, Enough enough) {
  /** Ends a pass early. */
  interface Enough {
    /** Every sample is wanted. */
    Enough NEVER = (answers, from, size) -> false;

    /** Whether samples {@code from} to {@code from + size - 1} were the last ones wanted. */
    boolean after(Answers answers, int from, int size);
  }

  /** Nothing answered yet. */
  static Pass over(int samples, Optional<int[]> right, Enough enough) {
    return new Pass(right, Answers.ofSize(samples), new BitSet(samples), enough);
  }

  /** The same, to ask some batches once more. */
  Pass again() {
    return new Pass(right, answers, nearTies, Enough.NEVER);
  }
}
