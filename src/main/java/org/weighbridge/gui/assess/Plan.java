package org.weighbridge.gui.assess;

/** The plans as the user reads them. */
public enum Plan {
  GRID("Whole range, in equal steps"),
  ADAPTIVE("Adaptive, where curves bend"),
  DEEP_SZ("DeepSZ, 1 to 9 in a decade");

  private final String words;

  Plan(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
