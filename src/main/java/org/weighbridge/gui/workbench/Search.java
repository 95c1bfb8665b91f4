package org.weighbridge.gui.workbench;

import java.util.List;
import org.weighbridge.experiment.Objective;
import org.weighbridge.network.LayerId;

/**
 * What an optimizer was asked for.
 *
 * @param mix the coders among which every layer may choose; empty: one coder for all
 * @param layers that were not locked
 */
public record Search(Objective objective, List<String> mix, List<LayerId> layers) {
  public Search {
    mix = List.copyOf(mix);
    layers = List.copyOf(layers);
  }
}
