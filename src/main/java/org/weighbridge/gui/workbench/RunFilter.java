package org.weighbridge.gui.workbench;

import org.weighbridge.experiment.Run;

/**
 * A part of the plane of size and loss; both ends of both ranges belong to it.
 *
 * @param leastRatio original over encoded bytes of the file
 * @param mostRatio at least {@code leastRatio}
 * @param leastLoss accuracy lost in percentage points
 * @param mostLoss at least {@code leastLoss}
 */
public record RunFilter(double leastRatio, double mostRatio, double leastLoss, double mostLoss) {
  /** Whether the run is there; a run without accuracy is nowhere. */
  public boolean test(Run run) {
    double ratio = run.file().ratio();
    return ratio >= leastRatio
        && ratio <= mostRatio
        && run.accuracy()
            .map(accuracy -> accuracy.loss().points())
            .filter(loss -> loss >= leastLoss && loss <= mostLoss)
            .isPresent();
  }
}
