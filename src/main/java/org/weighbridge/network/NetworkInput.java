package org.weighbridge.network;

import java.util.List;

/**
 * The tensor a network is fed with.
 *
 * @param name its name in the graph
 * @param dims its dimensions, batch first; -1 where the graph leaves one open
 */
public record NetworkInput(String name, List<Integer> dims) {
  public NetworkInput {
    dims = List.copyOf(dims);
  }

  /** The number of samples in a batch when the graph fixes it, -1 when any will do. */
  public int batch() {
    return dims.isEmpty() ? -1 : dims.getFirst();
  }
}
