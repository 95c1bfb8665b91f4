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
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.Trial;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.report.BeforeAfter;
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
    var sidecar = original.sidecar();
    var network = original.read();
    progress.begin(network.name(), 100);
    var dataset = data.open(sidecar, split.split());
    var found = find(network, sidecar, dataset, progress.part(90));
    var model = found.result().model();
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      var change = BeforeAfter.measure(evaluator, model.decoded(), progress.part(10));
      output.ifPresent(file -> ConfigurationFile.write(model.configuration(), file));
      var table = front ? Optional.of(FrontTable.of(found.result())) : Optional.<FrontTable>empty();
      return new Optimized(found, change, dataset.name(), table, output);
    }
  }

  private Found find(Network network, ModelSidecar sidecar, Dataset dataset, Progress progress) {
    var trials = new ArrayList<Trial>();
    var bounds =
        new Bounds(
            coding,
            mix.coders(),
            search,
            cache.store(this::notice),
            front ? FrontTable.LARGEST : 0,
            trials::add);
    try {
      return bounds.find(
          network,
          data.preprocessing(sidecar),
          choose.open(data, sidecar),
          dataset,
          wish.objective(),
          progress);
    } catch (CancellationException cancelled) {
      output.ifPresent(file -> keep(trials, file));
      throw cancelled;
    }
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
