package org.weighbridge.inference;

import java.util.HashMap;
import java.util.Map;
import org.weighbridge.network.LayerId;

/**
 * Which way evaluations of a pruned layer went faster so far, the sparse or the dense one. The
 * break-even density of products leaves out what each way costs beside its product; predictions are
 * the same either way.
 */
final class WayTimes {
  /** The first evaluation of a way prepares it; from the second on its time is its own. */
  private static final int TRIES = 2;

  private final Map<LayerId, Times> sparse = new HashMap<>();
  private final Map<LayerId, Times> dense = new HashMap<>();

  private record Times(int tries, long least) {
    static final Times NONE = new Times(0, Long.MAX_VALUE);

    Times with(long nanos) {
      return new Times(tries + 1, Math.min(least, nanos));
    }
  }

  /** Whether the sparse way is to be taken. */
  boolean sparse(LayerId layer) {
    var one = sparse.getOrDefault(layer, Times.NONE);
    var other = dense.getOrDefault(layer, Times.NONE);
    return one.tries() < TRIES || (other.tries() >= TRIES && one.least() <= other.least());
  }

  /** Learns how long an evaluation took. */
  void took(LayerId layer, boolean bySparse, long nanos) {
    var times = bySparse ? sparse : dense;
    times.put(layer, times.getOrDefault(layer, Times.NONE).with(nanos));
  }
}
