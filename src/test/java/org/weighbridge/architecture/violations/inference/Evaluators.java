package org.weighbridge.architecture.violations.inference;

/** Stands for what takes long. */
public final class Evaluators {
  private Evaluators() {}

  /** As if it counted. */
  public static int right() {
    return 0;
  }
}
