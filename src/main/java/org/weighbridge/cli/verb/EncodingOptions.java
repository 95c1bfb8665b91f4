package org.weighbridge.cli.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.coding.CodingPlan;
import org.weighbridge.cli.options.BoundsOptions;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.CheckpointPlan;
import org.weighbridge.cli.options.ChooseOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.MixOption;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.experiment.Objective;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.workflow.Compare;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** All that decides an encoded model, as steps. */
final class EncodingOptions {
  @ArgGroup private @Nullable BoundsOptions bounds;
  @Mixin private CodingOptions coding;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;
  @Mixin private ChooseOption choose;
  @Mixin private SearchOptions search;
  @Mixin private MixOption mix;
  @Mixin private CacheOption cache;

  /** The budget that settings are searched for, if they are. */
  Optional<Double> maxLoss() {
    return bounds == null ? Optional.empty() : bounds.maxLoss();
  }

  /** Whether nobody said anything about settings. */
  boolean defaulted() {
    return bounds == null && coding.ofSession().isEmpty();
  }

  CacheOption cache() {
    return cache;
  }

  /** The network, with data where something is to be measured. */
  Material material(ModelOptions model, Progress progress) {
    Network network = model.read(progress);
    boolean measured = maxLoss().isPresent() || data.given();
    return Material.of(
        network,
        model.sidecar(),
        measured ? Optional.of(data.on(model.sidecar(), split, choose)) : Optional.empty());
  }

  /** Coders beside each other, searched for as this is. */
  Compare comparison(List<String> coders, double budget) {
    return new Compare(
        budget, coders, false, true, coding.coding(), search.layers(), search.tests());
  }

  /** Choosing settings where that is asked for, and encoding. */
  List<Operator> steps(Network network) {
    mix.onlyFor(maxLoss());
    if (maxLoss().isEmpty()) {
      var choice = bounds == null ? new BoundsOptions() : bounds;
      var given = new Encode.Given(choice.configuration(network, coding));
      return List.of(new Encode(given, search.layers()));
    }
    var steps = new ArrayList<Operator>();
    steps.add(
        new Optimize(
            new Objective.LeastSize(maxLoss().get()),
            coding.coding(),
            mix.coders(),
            search.layers(),
            search.tests(),
            0));
    steps.add(Encode.chosen());
    return steps;
  }

  /**
   * What is asked of a checkpoint of tensors.
   *
   * @throws Fault when something is asked that needs a network that can be run
   */
  CodingPlan plan(Checkpoint checkpoint) {
    String needs =
        maxLoss().isPresent()
            ? "--max-loss"
            : data.given() ? "--data" : mix.coders().isEmpty() ? "" : "--mix";
    if (!needs.isEmpty()) {
      throw new Fault(
          ("%s measures accuracy, and %s is coded as tensors without a network that is run; give"
                  + " --bound or --bounds, or what was chosen on the model with --config.")
              .formatted(needs, checkpoint.name()));
    }
    return CheckpointPlan.of(
        checkpoint, bounds == null ? new BoundsOptions() : bounds, coding, search.layers());
  }
}
