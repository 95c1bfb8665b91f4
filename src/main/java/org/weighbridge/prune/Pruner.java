package org.weighbridge.prune;

import org.weighbridge.network.Network;

/** Decides which weights of a network are kept, from the weights as they are now. */
public interface Pruner {
  /**
   * The weights to keep.
   *
   * @param done the fraction of all that shall go that is gone, 0 to 1: 0 keeps everything that is
   *     not zero already, 1 what shall be left in the end; how it grows while training is not the
   *     pruner's business
   */
  Masks masks(Network network, double done);
}
