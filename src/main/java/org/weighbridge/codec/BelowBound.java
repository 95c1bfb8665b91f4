package org.weighbridge.codec;

/**
 * What becomes of weights that are not zero but no larger than the bound: zero is within the bound
 * of them. A composition that stands for a published method (DeepSZ) does what that method does.
 */
public enum BelowBound {
  /** They stay in the index, and come back with their sign, not as zero. */
  KEEP,
  /**
   * They may become zero. Saves their places in the index; costs accuracy where the bound is above
   * the threshold that the layer was pruned with.
   */
  DROP
}
