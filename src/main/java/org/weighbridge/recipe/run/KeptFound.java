package org.weighbridge.recipe.run;

import java.util.List;
import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.experiment.Trial;
import org.weighbridge.workflow.Found;

/**
 * A choice of settings.
 *
 * @param maxLoss the objective, where it is a loss in percentage points
 * @param maxBytes the objective, where it is a size
 */
record KeptFound(
    Optional<Double> maxLoss,
    Optional<Long> maxBytes,
    Assessment assessment,
    List<Trial> trials,
    Trial best,
    KeptModel model,
    Split split,
    String samples) {
  KeptFound {
    trials = List.copyOf(trials);
  }

  static KeptFound of(Found found, KeptModel model) {
    var result = found.result();
    return new KeptFound(
        found.objective() instanceof Objective.LeastSize(double loss)
            ? Optional.of(loss)
            : Optional.empty(),
        found.objective() instanceof Objective.LeastLoss(long bytes)
            ? Optional.of(bytes)
            : Optional.empty(),
        result.assessment(),
        result.trials(),
        result.best(),
        model,
        found.split(),
        found.samples());
  }

  Objective objective() {
    return maxLoss
        .<Objective>map(Objective.LeastSize::new)
        .orElseGet(() -> new Objective.LeastLoss(maxBytes.orElseThrow()));
  }

  Found with(EncodedModel encoded) {
    return new Found(
        objective(), new SearchResult(assessment, best, encoded, trials), split, samples);
  }
}
