package org.weighbridge.gui.mask;

/** What the mask view shows of the weights. Of many on one pixel the one of largest magnitude. */
public enum MaskMode {
  /** The fraction of kept weights, viridis. */
  MASK("Mask", false),
  /** The weights, blue to white to vermillion. */
  WEIGHTS("Weights", false),
  /** Decoded less original, in the same colours, as far as the bound. */
  ERROR("Error", true),
  /** The rank of the decoded value among all of the layer, viridis. */
  BINS("Bins", true);

  private final String label;
  private final boolean ofDecoded;

  MaskMode(String label, boolean ofDecoded) {
    this.label = label;
    this.ofDecoded = ofDecoded;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** Whether the layer has to be decoded before anything can be shown. */
  public boolean ofDecoded() {
    return ofDecoded;
  }
}
