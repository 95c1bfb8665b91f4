package org.weighbridge.gui.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.Trial;

/**
 * What the optimizer proposes.
 *
 * @param configuration to use instead of the current one
 * @param predictedLossPoints sum of the layers' losses, validation split
 * @param measuredLossPoints loss with all layers reconstructed together, validation split
 * @param fileBytes size of the whole encoded file
 * @param ratio original over encoded, whole file
 * @param finished whether the search went to its end
 */
public record Suggestion(
    Configuration configuration,
    double predictedLossPoints,
    double measuredLossPoints,
    long fileBytes,
    double ratio,
    boolean finished) {
  private static final double ROUNDING = 1e-9;

  static Suggestion of(Trial best, boolean finished) {
    return new Suggestion(
        best.model().configuration(),
        best.choice().predictedLossPoints(),
        best.lossPoints(),
        best.model().fileBytes(),
        best.model().ratio(),
        finished);
  }

  /** The best that a search found before it was cancelled: empty when nothing met its objective. */
  static Optional<Suggestion> bestOf(List<Trial> trials, Objective objective) {
    var best =
        switch (objective) {
          case Objective.LeastSize(double loss) ->
              trials.stream()
                  .filter(trial -> trial.lossAtMost() <= loss + ROUNDING)
                  .min(Comparator.comparingLong(trial -> trial.model().fileBytes()));
          case Objective.LeastLoss(long bytes) ->
              trials.stream()
                  .filter(trial -> trial.model().fileBytes() <= bytes)
                  .min(Comparator.comparingDouble(Trial::lossPoints));
        };
    return best.map(trial -> of(trial, false));
  }
}
