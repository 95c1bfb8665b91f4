package org.weighbridge.gui.workbench;

import java.util.Optional;
import org.weighbridge.network.Network;
import org.weighbridge.training.TrainingState;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * What a training left behind, to be kept or discarded.
 *
 * @param best the best network so far; empty when not one epoch with the wanted masks is over
 * @param epoch of its stage that the best network is from
 * @param validation what the best network makes of the validation split
 * @param state to go on from; empty when the training has ended by itself
 */
public record Retrained(
    Optional<Network> best, int epoch, BatchLoss validation, Optional<TrainingState> state) {
  public boolean finished() {
    return state.isEmpty();
  }
}
