package org.weighbridge.codec;

/**
 * What becomes of weights that are not zero but no larger than the bound: zero is within the bound
 * of them.
 */
public enum BelowBound {
  /** They keep their places in the index, and values of their own within the bound. */
  KEEP,
  /**
   * They may become zero. Saves their places in the index; costs accuracy where the bound is above
   * the threshold that the layer was pruned with.
   */
  DROP
}
