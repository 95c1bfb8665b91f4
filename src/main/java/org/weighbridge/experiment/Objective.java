package org.weighbridge.experiment;

/** What a search over error bounds is after. */
public sealed interface Objective {
  /** The smallest file that loses at most this many percentage points of accuracy. */
  record LeastSize(double maxLossPoints) implements Objective {}

  /** The least loss of accuracy in a file of at most this many bytes. */
  record LeastLoss(long maxBytes) implements Objective {}
}
