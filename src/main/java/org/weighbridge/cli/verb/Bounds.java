package org.weighbridge.cli.verb;

import java.util.List;
import java.util.function.Consumer;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.experiment.ComparisonPlan;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.MixedSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.experiment.Trial;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;

/**
 * Has bounds chosen, as {@code optimize}, {@code encode --max-loss} and {@code demo} do.
 *
 * @param mix the coders among which every layer may choose; empty: the one of {@code coding}
 * @param assessedTo how far layers are assessed at least, in percentage points
 * @param listener hears of every joint measurement, on the working thread
 */
record Bounds(
    CodingOptions coding,
    List<String> mix,
    SearchOptions search,
    PointStore store,
    double assessedTo,
    Consumer<Trial> listener) {
  /** How far layers are assessed for a wish in bytes, in percentage points. */
  private static final double LOSS_OF_INTEREST = 5;

  Bounds(CodingOptions coding, List<String> mix, SearchOptions search, PointStore store) {
    this(coding, mix, search, store, 0, trial -> {});
  }

  /**
   * Assesses the layers and chooses.
   *
   * @param chooseOn the samples to choose by
   * @param reportOn the samples that the result will be reported on
   */
  Found find(
      Network network,
      Preprocessing preprocessing,
      Dataset chooseOn,
      Dataset reportOn,
      Objective objective,
      Progress progress) {
    progress.begin("Optimizing", 100);
    if (chooseOn.split() == reportOn.split()) {
      try (var samples =
          ChoiceSamples.asTheyAre(network, chooseOn, preprocessing, progress.part(10))) {
        return new Found(
            find(network, samples, objective, progress.part(90)),
            chooseOn.split(),
            chooseOn.name() + ", the very samples that are reported");
      }
    }
    var unseen = baseline(network, reportOn, preprocessing, progress.part(5));
    try (var samples =
        ChoiceSamples.prepare(network, chooseOn, preprocessing, unseen, progress.part(10))) {
      return new Found(
          find(network, samples, objective, progress.part(85)),
          chooseOn.split(),
          chooseOn.name() + ", " + samples.description());
    }
  }

  private static Accuracy baseline(
      Network network, Dataset dataset, Preprocessing preprocessing, Progress progress) {
    try (var evaluator = Evaluators.open(network, dataset, preprocessing)) {
      return evaluator.baseline(progress).accuracy();
    }
  }

  private SearchResult mixed(
      Network network, ChoiceSamples samples, Objective objective, Progress progress) {
    if (!(objective instanceof Objective.LeastSize(double points))) {
      throw new Fault("--mix chooses for a loss; give --max-loss instead of a size.");
    }
    var plan =
        new ComparisonPlan(
            network, search.layers(network), coding.coding(), search.plan(points), points);
    return new MixedSearch(plan, samples, store).find(mix, (layer, point) -> {}, progress);
  }

  private SearchResult find(
      Network network, ChoiceSamples samples, Objective objective, Progress progress) {
    if (!mix.isEmpty()) {
      return mixed(network, samples, objective, progress);
    }
    progress.begin("Optimizing", 100);
    double loss =
        objective instanceof Objective.LeastSize(double points) ? points : LOSS_OF_INTEREST;
    var searching =
        new ConfigurationSearch(
            network,
            samples.evaluator(),
            coding.coding(),
            new ModelEncoder(),
            samples.known(store, coding.coding(), progress),
            listener.andThen(
                trial ->
                    progress.step("measured a loss of " + Numbers.points(trial.lossPoints()))));
    var assessment =
        searching.assess(
            search.layers(network),
            search.plan(Math.max(loss, assessedTo)),
            (layer, point) -> {},
            progress.part(70));
    return searching.choose(assessment, objective, (layer, point) -> {}, progress.part(30));
  }
}
