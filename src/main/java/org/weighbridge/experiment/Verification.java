package org.weighbridge.experiment;

import java.util.List;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.network.LayerId;

/**
 * An encoded file compared with the network it was made of.
 *
 * @param layers the coded layers, then the coded small tensors
 * @param graphEqual whether everything else is byte-identical: the graph and all tensors that were
 *     not coded
 */
public record Verification(List<CheckedAgainst> layers, boolean graphEqual) {
  /** One tensor: the bound its file promises and what was found. */
  public record CheckedAgainst(LayerId layer, double bound, BoundCheck found) {}

  public Verification {
    layers = List.copyOf(layers);
  }

  /** How many weights break their bound. */
  public long violations() {
    return layers.stream().mapToLong(layer -> layer.found().violations()).sum();
  }

  public boolean ok() {
    return graphEqual && violations() == 0;
  }
}
