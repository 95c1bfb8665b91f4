package org.weighbridge.gui.mask;

/** What the mask view shows of the weights. */
public enum MaskMode {
  /** The fraction of kept weights, viridis. */
  MASK("Mask"),
  /**
   * The weights, blue to white to vermillion; of many on one pixel the one of largest magnitude.
   */
  WEIGHTS("Weights");

  private final String label;

  MaskMode(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }
}
