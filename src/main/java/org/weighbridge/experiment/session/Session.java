package org.weighbridge.experiment.session;

import java.util.List;
import java.util.Optional;
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

  /** The same on another data set, where one is named. */
  public Session onData(Optional<String> where) {
    return where.isEmpty() ? this : new Session(state.onData(where.get()), networks);
  }
}
