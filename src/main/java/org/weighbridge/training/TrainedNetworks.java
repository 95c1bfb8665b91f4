package org.weighbridge.training;

import java.util.List;
import org.weighbridge.network.Network;

/**
 * The results of a training.
 *
 * @param dense the network at the end of {@link Phase#DENSE}
 * @param pruned the network at the end
 * @param epochs how it went
 */
public record TrainedNetworks(Network dense, Network pruned, List<LeNetEpoch> epochs) {
  public TrainedNetworks {
    epochs = List.copyOf(epochs);
  }
}
