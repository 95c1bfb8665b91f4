package org.weighbridge.gui.workbench;

import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.experiment.Trial;

/**
 * What the optimizer proposes.
 *
 * @param objective what it was looking for
 * @param configuration to use instead of the current one
 * @param predictedLossPoints sum of the layers' losses, validation split
 * @param measuredLossPoints loss with all layers reconstructed together, validation split
 * @param fileBytes size of the whole file: as encoded, or as predicted when the search was stopped
 * @param ratio original over encoded, whole file
 * @param finished whether the search went to its end
 */
public record Suggestion(
    Objective objective,
    Configuration configuration,
    double predictedLossPoints,
    double measuredLossPoints,
    long fileBytes,
    double ratio,
    boolean finished) {
  static Suggestion of(SearchResult result, Objective objective) {
    var model = result.model();
    return of(objective, result.best(), model.fileBytes(), model.originalBytes(), true);
  }

  /** The best that a search found before it was cancelled: empty when nothing met its objective. */
  static Optional<Suggestion> bestOf(List<Trial> trials, Objective objective, long originalBytes) {
    return objective
        .best(trials)
        .map(best -> of(objective, best, best.choice().predictedBytes(), originalBytes, false));
  }

  private static Suggestion of(
      Objective objective, Trial best, long bytes, long originalBytes, boolean finished) {
    return new Suggestion(
        objective,
        best.configuration(),
        best.choice().predictedLossPoints(),
        best.lossPoints(),
        bytes,
        (double) originalBytes / bytes,
        finished);
  }
}
