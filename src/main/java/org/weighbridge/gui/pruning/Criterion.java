package org.weighbridge.gui.pruning;

import org.weighbridge.prune.PruningRule;

/** The pruning rules as the user chooses them. */
public enum Criterion {
  DENSITY("Keep a fraction", 0.1) {
    @Override
    PruningRule rule(double value) {
      return new PruningRule.Density(Math.min(1, value));
    }
  },
  THRESHOLD("Magnitude at least", 0.01) {
    @Override
    PruningRule rule(double value) {
      return new PruningRule.Threshold(value);
    }
  },
  QUALITY("Std. deviations at least", 1) {
    @Override
    PruningRule rule(double value) {
      return new PruningRule.Quality(value);
    }
  };

  private final String words;
  private final double usual;

  Criterion(String words, double usual) {
    this.words = words;
    this.usual = usual;
  }

  abstract PruningRule rule(double value);

  /** A value to start from. */
  double usual() {
    return usual;
  }

  @Override
  public String toString() {
    return words;
  }
}
