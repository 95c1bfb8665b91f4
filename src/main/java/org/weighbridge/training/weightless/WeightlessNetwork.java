package org.weighbridge.training.weightless;

import java.util.List;
import org.weighbridge.network.Network;

/**
 * A network made to be coded.
 *
 * @param network each layer as it was when its turn came, all else as it was in the end. Coded, it
 *     becomes the network that was trained and measured; uncoded it is none that was trained, since
 *     its later layers expect the errors of the earlier ones
 * @param layers in the order in which they were coded
 */
public record WeightlessNetwork(Network network, List<Absorbed> layers) {
  public WeightlessNetwork {
    layers = List.copyOf(layers);
  }
}
