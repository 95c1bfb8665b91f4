package org.weighbridge.prune.dead;

/** What a node on the way makes of a channel that is the same everywhere. */
@FunctionalInterface
interface Constancy {
  /** The same everywhere again, or NaN when it is not any more. */
  double of(int channel, double value);
}
