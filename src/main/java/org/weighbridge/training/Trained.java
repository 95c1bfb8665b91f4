package org.weighbridge.training;

import java.util.List;
import java.util.Optional;
import org.weighbridge.network.Network;

/**
 * What came of a training.
 *
 * @param network with the best weights of the last stage that the plan has
 * @param dense with the best weights of {@link Stage#DENSE}, when there was such a stage
 * @param epochs how it went
 * @param state to go on from
 */
public record Trained(
    Network network, Optional<Network> dense, List<Epoch> epochs, TrainingState state) {
  public Trained {
    epochs = List.copyOf(epochs);
  }
}
