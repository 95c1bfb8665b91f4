package org.weighbridge.cli.verb;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.cli.options.BoundsOptions;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.ChooseOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.MixOption;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.report.BeforeAfter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** All that decides an encoded model, and the encoding itself. */
final class EncodingOptions {
  @ArgGroup private @Nullable BoundsOptions bounds;
  @Mixin private CodingOptions coding;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;
  @Mixin private ChooseOption choose;
  @Mixin private SearchOptions search;
  @Mixin private MixOption mix;
  @Mixin private CacheOption cache;

  /** The budget that bounds are searched for, if they are. */
  Optional<Double> maxLoss() {
    return bounds == null ? Optional.empty() : bounds.maxLoss();
  }

  /**
   * Chooses bounds where that is asked for, encodes, and measures accuracy where data are.
   *
   * @param notice told what the user should know beside the result
   */
  Encoding encode(
      Network network, ModelSidecar sidecar, Consumer<String> notice, Progress progress) {
    mix.onlyFor(maxLoss());
    var choice = bounds == null ? new BoundsOptions() : bounds;
    progress.begin(network.name(), 100);
    Found found =
        choice
            .maxLoss()
            .map(loss -> search(network, sidecar, loss, notice, progress.part(80)))
            .orElse(null);
    EncodedModel model =
        found == null
            ? new ModelEncoder()
                .encode(
                    network,
                    search.lock(choice.configuration(network, coding), network),
                    progress.part(20))
            : found.result().model();
    BeforeAfter change = null;
    String name = "";
    if (found != null || data.given()) {
      var dataset = data.open(sidecar, split.split());
      name = dataset.name();
      try (var evaluator = data.evaluator(network, dataset, sidecar)) {
        change = BeforeAfter.measure(evaluator, model.decoded(), progress.part(10));
      }
    }
    return new Encoding(model, bounds == null, change, name, found);
  }

  private Found search(
      Network network,
      ModelSidecar sidecar,
      double maxLoss,
      Consumer<String> notice,
      Progress progress) {
    return new Bounds(coding, mix.coders(), search, cache.store(notice))
        .find(
            network,
            data.preprocessing(sidecar),
            choose.open(data, sidecar),
            data.open(sidecar, split.split()),
            new Objective.LeastSize(maxLoss),
            progress);
  }
}
