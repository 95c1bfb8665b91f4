package org.weighbridge.workflow;

import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.prune.dead.DeadUnits;
import org.weighbridge.report.BeforeAfter;

/**
 * What pruning did beside making the network sparse.
 *
 * @param dead neurons and filters that it cut off, by layer
 * @param dense accuracy of the network before pruning; empty without data
 * @param alone accuracy before it and after it, without any retraining; empty where it was not
 *     measured
 * @param retrained accuracy after retraining; empty when nothing was retrained
 */
public record PruningResult(
    List<DeadUnits> dead,
    Optional<MeasuredAccuracy> dense,
    Optional<BeforeAfter> alone,
    Optional<MeasuredAccuracy> retrained) {
  public PruningResult {
    dead = List.copyOf(dead);
  }
}
