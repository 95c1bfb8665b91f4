package org.weighbridge.experiment.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;

/**
 * A session whole.
 *
 * @param networks the retrained ones, in the order of {@link SessionState#retrained()}
 */
public record Session(SessionState state, List<Network> networks) {
  public Session {
    networks = List.copyOf(networks);
    if (networks.size() != state.retrained().size()) {
      throw new IllegalArgumentException("there is not one network for every retraining");
    }
  }

  /**
   * The network that is chosen.
   *
   * @param model as its file has it
   * @return it, or what retraining made of it, pruned
   */
  public Network chosen(Network model) {
    var choices = state.choices();
    var base = choices.base() == 0 ? model : networks.get(choices.base() - 1);
    var layers = base.layers().stream().map(Layer::id).collect(Collectors.toSet());
    return choices.pruning().isEmpty() ? base : choices.pruning().pruner(layers).apply(base);
  }

  /** The same on another data set, where one is named. */
  public Session onData(Optional<String> where) {
    return where.isEmpty() ? this : new Session(state.onData(where.get()), networks);
  }
}
