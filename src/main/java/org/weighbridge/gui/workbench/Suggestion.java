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
 * @param search what it was asked for
 * @param configuration to use instead of the current one
 * @param predictedLossPoints sum of the layers' losses, validation split
 * @param measuredLossPoints loss with all layers reconstructed together, validation split
 * @param fileBytes size of the whole file: as encoded, or as predicted when the search was stopped
 * @param ratio original over encoded, whole file
 * @param finished whether the search went to its end
 */
public record Suggestion(
    Search search,
    Configuration configuration,
    double predictedLossPoints,
    double measuredLossPoints,
    long fileBytes,
    double ratio,
    boolean finished) {
  /** What it was looking for. */
  public Objective objective() {
    return search.objective();
  }

  static Suggestion of(SearchResult result, Search search) {
    var model = result.model();
    return of(search, result.best(), model.fileBytes(), model.originalBytes(), true);
  }

  /** The best that a search found before it was cancelled: empty when nothing met its objective. */
  static Optional<Suggestion> bestOf(List<Trial> trials, Search search, long originalBytes) {
    return search
        .objective()
        .best(trials)
        .map(best -> of(search, best, best.choice().predictedBytes(), originalBytes, false));
  }

  private static Suggestion of(
      Search search, Trial best, long bytes, long originalBytes, boolean finished) {
    return new Suggestion(
        search,
        best.configuration(),
        best.choice().predictedLossPoints(),
        best.lossPoints(),
        bytes,
        (double) originalBytes / bytes,
        finished);
  }
}
