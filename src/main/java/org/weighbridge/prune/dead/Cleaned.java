package org.weighbridge.prune.dead;

import java.util.List;
import org.weighbridge.network.Network;

/**
 * A network without dead neurons.
 *
 * @param layers what was dead, by layer; layers whose outputs go where nothing can be folded, such
 *     as to a sum of two branches, are not among them
 */
public record Cleaned(Network network, List<DeadUnits> layers) {
  public Cleaned {
    layers = List.copyOf(layers);
  }

  /** The number of dead neurons and filters of all layers. */
  public int dead() {
    return layers.stream().mapToInt(DeadUnits::dead).sum();
  }
}
