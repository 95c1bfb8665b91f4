package org.weighbridge.experiment;

import java.util.List;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.dataset.Split;

/**
 * What a search found.
 *
 * @param assessment the curves it chose from
 * @param best the configuration to use
 * @param model the network encoded with it
 * @param trials every configuration measured jointly, in the order of trial; {@code best} is one
 */
public record SearchResult(
    Assessment assessment, Trial best, EncodedModel model, List<Trial> trials) {
  public SearchResult {
    trials = List.copyOf(trials);
  }

  /**
   * The trials beside other measurements.
   *
   * @param split the samples that the search measured on
   */
  public MeasuredConfigurations measured(Split split) {
    var measured = MeasuredConfigurations.NONE;
    for (var trial : trials) {
      measured = measured.with(trial.measuredOn(split));
    }
    return measured;
  }
}
