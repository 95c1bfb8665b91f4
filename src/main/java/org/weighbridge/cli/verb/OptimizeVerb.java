package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.ChooseOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.MixOption;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.Trial;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.StepListener;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Chooses one error bound per layer. */
@Command(
    name = "optimize",
    header = "Choose an error bound per layer for a budget of accuracy or of bytes.",
    description = {
      "Assesses the layers, chooses by dynamic programming over the assessed points, measures the",
      "choice with all layers reconstructed together and mends it until it keeps the budget.",
      "Bounds are chosen on one part of the data set and reported on another."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge optimize model.onnx --data mnist/ --max-loss 0.3",
      "  weighbridge optimize model.onnx --data mnist/ --max-bytes 20000 -o bounds.json",
      "  weighbridge encode model.onnx -o model.wbz --config bounds.json"
    })
public final class OptimizeVerb extends Verb {
  /** What is asked for: one of both. */
  private static final class Wish {
    @Option(
        names = "--max-loss",
        paramLabel = "P",
        description = "The smallest file within this loss in percentage points.")
    private Optional<Double> maxLoss;

    @Option(
        names = "--max-bytes",
        paramLabel = "N",
        description = "The least loss in a file of at most this size.")
    private Optional<Long> maxBytes;

    Objective objective() {
      return maxBytes
          .<Objective>map(Objective.LeastLoss::new)
          .orElseGet(() -> new Objective.LeastSize(maxLoss.orElseThrow()));
    }
  }

  @Mixin private ModelOptions original;

  @ArgGroup(multiplicity = "1")
  private Wish wish;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the chosen bounds here, for encode --config.")
  private Optional<Path> output;

  @Option(
      names = "--front",
      description =
          "Also say what budgets of 0 to 2 points would give, as predicted from single layers; layers"
              + " are then assessed at least that far.")
  private boolean front;

  @Mixin private DataOptions data;
  @Mixin private SplitOption split;
  @Mixin private ChooseOption choose;
  @Mixin private SearchOptions search;
  @Mixin private MixOption mix;
  @Mixin private CodingOptions coding;
  @Mixin private CacheOption cache;

  public OptimizeVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    output.ifPresent(OutputFile::check);
    var on = data.on(original.sidecar(), split, choose);
    var opened = Material.of(original.read(progress), original.sidecar(), Optional.of(on));
    var trials = new ArrayList<Trial>();
    var listener =
        new StepListener() {
          @Override
          public void trial(Trial trial) {
            trials.add(trial);
          }
        };
    var bench = Workbench.with(cache.store(this::notice)).telling(listener);
    var steps = List.of(step(), Encode.chosen());
    try {
      return answer(bench.apply(steps, opened, progress), on);
    } catch (CancellationException cancelled) {
      output.ifPresent(file -> keep(trials, file));
      throw cancelled;
    }
  }

  private Optimize step() {
    if (wish.maxLoss.isEmpty() && !mix.coders().isEmpty()) {
      throw usage("--mix chooses for a loss; give --max-loss instead of a size.");
    }
    return new Optimize(
        wish.objective(),
        coding.coding(),
        mix.coders(),
        search.layers(),
        search.tests(),
        front ? FrontTable.LARGEST : 0);
  }

  private Answer answer(Material done, Data on) {
    var found = done.found().orElseThrow();
    output.ifPresent(file -> ConfigurationFile.write(found.result().model().configuration(), file));
    var table = front ? Optional.of(FrontTable.of(found.result())) : Optional.<FrontTable>empty();
    return new Optimized(
        found, done.accuracy().orElseThrow(), on.reporting().name(), table, output);
  }

  /** What was learnt before a cancel. */
  private void keep(List<Trial> trials, Path file) {
    wish.objective()
        .best(trials)
        .ifPresent(
            best -> {
              ConfigurationFile.write(best.configuration(), file);
              notice(
                  "stopped early; %s holds the best of %d measured configurations (%s, %s bytes)."
                      .formatted(
                          file,
                          trials.size(),
                          Numbers.points(best.lossPoints()),
                          Numbers.count(best.choice().predictedBytes())));
            });
  }
}
