package org.weighbridge.training;

/** A part of a training; they come in this order, and a plan may leave any of them out. */
public enum Stage {
  /** All weights are trained. */
  DENSE("dense"),
  /** The density falls. */
  PRUNING("pruning"),
  /** The masks are fixed. */
  RETRAINING("retraining");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** For people, in lower case. */
  public String title() {
    return title;
  }
}
