package org.weighbridge.gui.training;

import org.weighbridge.training.Optimizer;

/** The optimizers as the user chooses them, with a learning rate that retraining can stand. */
public enum Method {
  SGD("SGD, momentum 0.9", new Optimizer.Sgd(0.9, false), 0.01),
  ADAM("Adam", Optimizer.Adam.usual(), 5e-4);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a record
  private final Optimizer optimizer;

  private final double usualRate;

  Method(String words, Optimizer optimizer, double usualRate) {
    this.words = words;
    this.optimizer = optimizer;
    this.usualRate = usualRate;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  double usualRate() {
    return usualRate;
  }

  @Override
  public String toString() {
    return words;
  }
}
