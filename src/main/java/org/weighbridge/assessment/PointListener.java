package org.weighbridge.assessment;

import org.weighbridge.network.LayerId;

/** Hears of every assessed point as soon as it is known, on the thread that assessed it. */
@FunctionalInterface
public interface PointListener {
  void point(LayerId layer, AssessmentPoint point);
}
