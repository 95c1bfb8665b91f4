package org.weighbridge.inference;

/** Watches a pass over samples in random order and ends it when a sequential test is decided. */
final class SequentialObserver implements Pass.Enough {
  private final Reference drawn;
  private final SequentialDecision decision;
  private int asked;

  /**
   * Nothing seen yet.
   *
   * @param drawn what predictions are held against, in the order of drawing
   */
  SequentialObserver(Reference drawn, SequentialDecision decision) {
    this.drawn = drawn;
    this.decision = decision;
  }

  @Override
  public boolean after(Answers answers, int from, int size) {
    for (int i = from; i < from + size; i++) {
      decision.observe(drawn.right(drawn.before(), i), drawn.right(answers.predicted(), i));
    }
    asked = from + size;
    return decision.verdict() != SequentialTest.Verdict.OPEN;
  }

  /** How many samples were asked. */
  int asked() {
    return asked;
  }
}
