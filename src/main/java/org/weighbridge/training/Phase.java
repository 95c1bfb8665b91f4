package org.weighbridge.training;

/** A part of a training. */
public enum Phase {
  /** All weights are trained. */
  DENSE("dense"),
  /** The density falls from step to step. */
  PRUNING("pruning"),
  /** The mask is fixed. */
  RETRAINING("retraining");

  private final String title;

  Phase(String title) {
    this.title = title;
  }

  /** For people, in lower case. */
  public String title() {
    return title;
  }
}
