package org.weighbridge.gui.workbench;

import java.util.List;
import org.weighbridge.experiment.session.SessionState;

/**
 * Curves that came with a session.
 *
 * @param choices whose base and pruning make the network that they are of
 */
record KeptCurves(Choices choices, List<SessionState.Curves> curves) {
  static final KeptCurves NONE = new KeptCurves(Choices.NOTHING, List.of());

  /** Whether they are of a network. */
  boolean of(Subject network) {
    var base = choices.base();
    return base != null && network.is(base, choices.pruning());
  }
}
