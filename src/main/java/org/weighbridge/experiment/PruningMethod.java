package org.weighbridge.experiment;

/**
 * By what it is decided which weights stay, with a number for every layer or one for all.
 *
 * <p>Every number has a range; at one of its ends nothing is pruned.
 */
public enum PruningMethod {
  DENSITY("Keep a fraction", 0.005, 1, 1, false),
  THRESHOLD("Magnitude at least", 1e-4, 1, 1e-4, false),
  QUALITY("Std. deviations at least", 0.05, 5, 0.05, false),
  /** One threshold for all layers. */
  GLOBAL("Keep a fraction of all", 0.005, 1, 1, true),
  /** The N:M pattern with M = 4. */
  PATTERN("Of every 4 keep", 1, 4, 4, true);

  private final String words;
  private final double least;
  private final double most;
  private final double idle;
  private final boolean common;

  PruningMethod(String words, double least, double most, double idle, boolean common) {
    this.words = words;
    this.least = least;
    this.most = most;
    this.idle = idle;
    this.common = common;
  }

  public double least() {
    return least;
  }

  public double most() {
    return most;
  }

  /** The number that prunes nothing. */
  public double idle() {
    return idle;
  }

  /** Whether all layers have the same number. */
  public boolean common() {
    return common;
  }

  /** Whether the number is a fraction of weights. */
  public boolean fraction() {
    return this == DENSITY || this == GLOBAL;
  }

  /** Whether only whole numbers are meant. */
  public boolean whole() {
    return this == PATTERN;
  }

  /** A pattern is one of single weights. */
  public boolean allows(Grain grain) {
    return this != PATTERN || grain == Grain.WEIGHTS;
  }

  public double clamp(double value) {
    return Math.clamp(whole() ? Math.rint(value) : value, least, most);
  }

  @Override
  public String toString() {
    return words;
  }
}
