package org.weighbridge.gui.workbench;

import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.SearchResult;

/**
 * What the optimizer proposes.
 *
 * @param configuration to use instead of the current one
 * @param predictedLossPoints sum of the layers' losses, validation split
 * @param measuredLossPoints loss with all layers reconstructed together, validation split
 * @param fileBytes size of the whole encoded file
 * @param ratio original over encoded, whole file
 */
public record Suggestion(
    Configuration configuration,
    double predictedLossPoints,
    double measuredLossPoints,
    long fileBytes,
    double ratio) {
  static Suggestion of(SearchResult result) {
    var best = result.best();
    return new Suggestion(
        best.model().configuration(),
        best.choice().predictedLossPoints(),
        best.lossPoints(),
        best.model().fileBytes(),
        best.model().ratio());
  }
}
