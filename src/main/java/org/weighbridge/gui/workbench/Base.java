package org.weighbridge.gui.workbench;

import java.util.Optional;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.Network;

/**
 * The network that pruning starts from: as its file has it, or retrained since. Another one for
 * every reading and every retraining, so that it is told apart by identity.
 */
public final class Base {
  private final int number;
  private final Network network;
  private final Optional<Accuracy> before;
  private final Optional<Descent> descent;

  private Base(int number, Network network, Optional<Accuracy> before, Optional<Descent> descent) {
    this.number = number;
    this.network = network;
    this.before = before;
    this.descent = descent;
  }

  static Base opened(Network network) {
    return new Base(0, network, Optional.empty(), Optional.empty());
  }

  /**
   * A network that was kept after retraining.
   *
   * @param number above zero, one of its own for every one
   * @param before accuracy of the network that retraining started from, where it was measured
   * @param descent what made it; empty when that is not known
   */
  static Base retrained(
      int number, Network network, Optional<Accuracy> before, Optional<Descent> descent) {
    return new Base(number, network, before, descent);
  }

  /** 0 for what was opened; runs name it by this. */
  public int number() {
    return number;
  }

  public Network network() {
    return network;
  }

  public boolean retrained() {
    return number > 0;
  }

  /** Accuracy on the test split before the retraining. */
  public Optional<Accuracy> before() {
    return before;
  }

  /**
   * What made it of another; empty for what was opened, for a training that was stopped before its
   * end, and for one of an earlier session.
   */
  public Optional<Descent> descent() {
    return descent;
  }
}
