package org.weighbridge.gui.optimize;

/** The two objectives as the user reads them. */
public enum Goal {
  LEAST_SIZE("Largest ratio within the loss budget"),
  LEAST_LOSS("Best accuracy within a size");

  private final String words;

  Goal(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
