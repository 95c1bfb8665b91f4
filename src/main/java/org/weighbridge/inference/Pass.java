package org.weighbridge.inference;

import java.util.BitSet;
import java.util.Optional;

/**
 * What is asked of all samples, and what was answered.
 *
 * @param right the right classes; without them the predicted ones count as right
 * @param answers filled batch by batch
 * @param nearTies samples whose prediction depends on the order of summation
 */
record Pass(Optional<int[]> right, Answers answers, BitSet nearTies) {
  /** Nothing answered yet. */
  static Pass over(int samples, Optional<int[]> right) {
    return new Pass(right, Answers.ofSize(samples), new BitSet(samples));
  }
}
