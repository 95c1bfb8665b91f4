package org.weighbridge.gui.workbench;

import java.util.Optional;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.Network;

/**
 * The network that pruning starts from: as its file has it, or retrained since. Another one for
 * every reading and every retraining, so that it is told apart by identity.
 */
public final class Base {
  private final Network network;
  private final Optional<Accuracy> before;
  private final boolean retrained;

  private Base(Network network, boolean retrained, Optional<Accuracy> before) {
    this.network = network;
    this.retrained = retrained;
    this.before = before;
  }

  static Base opened(Network network) {
    return new Base(network, false, Optional.empty());
  }

  /**
   * A network that was kept after retraining.
   *
   * @param before accuracy of the network that retraining started from, where it was measured
   */
  static Base retrained(Network network, Optional<Accuracy> before) {
    return new Base(network, true, before);
  }

  public Network network() {
    return network;
  }

  public boolean retrained() {
    return retrained;
  }

  /** Accuracy on the test split before the retraining. */
  public Optional<Accuracy> before() {
    return before;
  }
}
