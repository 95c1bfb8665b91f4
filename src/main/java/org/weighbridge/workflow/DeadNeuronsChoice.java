package org.weighbridge.workflow;

import java.util.List;
import org.weighbridge.network.Network;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.prune.dead.DeadNeurons;

/** What to do with dead neurons. */
public enum DeadNeuronsChoice {
  KEEP {
    @Override
    public Cleaned clean(Network network) {
      return new Cleaned(network, List.of());
    }
  },
  ZERO {
    @Override
    public Cleaned clean(Network network) {
      return DeadNeurons.zero(network);
    }
  },
  REMOVE {
    @Override
    public Cleaned clean(Network network) {
      return DeadNeurons.remove(network);
    }
  };

  public abstract Cleaned clean(Network network);
}
