package org.weighbridge.prune;

import org.weighbridge.network.Network;

/** Decides which weights of a network are kept, from the weights as they are now. */
public interface Pruner {
  /**
   * The weights to keep.
   *
   * @param done how far pruning has come: 0 keeps everything, 1 keeps what shall be left in the
   *     end; between them by the method's own schedule
   */
  Masks masks(Network network, double done);
}
