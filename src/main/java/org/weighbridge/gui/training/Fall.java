package org.weighbridge.gui.training;

import java.util.function.DoubleFunction;
import org.weighbridge.training.LearningRate;

/** How the learning rate falls. */
public enum Fall {
  COSINE("falls by a cosine", LearningRate.Cosine::new),
  CONSTANT("stays", LearningRate.Constant::new),
  STEPS("halves every 2 epochs", rate -> new LearningRate.Steps(rate, 0.5, 2));

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final DoubleFunction<LearningRate> from;

  Fall(String words, DoubleFunction<LearningRate> from) {
    this.words = words;
    this.from = from;
  }

  LearningRate from(double rate) {
    return from.apply(rate);
  }

  @Override
  public String toString() {
    return words;
  }
}
