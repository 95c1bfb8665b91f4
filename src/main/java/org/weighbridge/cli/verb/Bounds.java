package org.weighbridge.cli.verb;

import org.weighbridge.cli.options.ChooseOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/** Has bounds chosen, as {@code optimize}, {@code encode --max-loss} and {@code demo} do. */
record Bounds(CodingOptions coding, DataOptions data, ChooseOption choose, SearchOptions search) {
  /** Assesses this far for a wish in bytes, in percentage points: no one accepts more. */
  private static final double LOSS_OF_INTEREST = 5;

  SearchResult find(Network network, ModelSidecar sidecar, Objective objective, Progress progress) {
    progress.begin("Optimizing", 100);
    double loss =
        objective instanceof Objective.LeastSize(double points) ? points : LOSS_OF_INTEREST;
    var dataset = data.open(sidecar, choose.split());
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      var searching =
          new ConfigurationSearch(
              network,
              evaluator,
              coding.codec(),
              coding.effort(),
              new ModelEncoder(),
              trial -> progress.step("measured a loss of " + trial.lossPoints()));
      var assessment =
          searching.assess(
              search.layers(network), search.plan(loss), (layer, point) -> {}, progress.part(70));
      return searching.choose(assessment, objective, progress.part(30));
    }
  }
}
