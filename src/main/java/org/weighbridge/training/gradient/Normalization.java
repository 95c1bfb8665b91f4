package org.weighbridge.training.gradient;

/** What BatchNormalization does while a network is trained. */
public enum Normalization {
  /**
   * Normalizes by the statistics of the shard at hand (Hoffer et al., Train longer, generalize
   * better, 2017: ghost batch normalization), which the running ones follow.
   */
  TRAINED,
  /** Normalizes by the running statistics, which stay; scale and offset are trained. */
  FROZEN
}
