package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.FigureOption;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Caption;
import org.weighbridge.job.Progress;
import org.weighbridge.report.DensityCurves;
import org.weighbridge.training.blueprint.Blueprint;
import org.weighbridge.training.sensitivity.CurvesPlan;
import org.weighbridge.training.sensitivity.PruningCurves;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws what L1, L2 and retraining do for pruning. */
@Command(
    name = "pruning-curves",
    header = "Train with L1 and with L2, prune, retrain, and draw loss against weights pruned.",
    description =
        "The five curves of Han et al. (2015): L2 and L1 without retraining, both retrained, and L2 "
            + "pruned and retrained in turn. Writes a figure (SVG, PDF and PNG, for one column and for two), CSV and JSON; the JSON after every point, "
            + "so that a cancel loses nothing. Accuracies are of the test split.",
    footer = {
      "",
      "Examples:",
      "  weighbridge pruning-curves -o curves/",
      "  weighbridge pruning-curves -o curves/ --data mnist/ --epochs 20,5 --seed 3"
    })
public final class PruningCurvesVerb extends Verb {
  private static final ModelSidecar UNLESS_SAID =
      ModelSidecar.of(ModelSidecar.unknown().preprocessing(), Optional.of("digits"));
  private static final String NAME = "pruning-curves";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into.")
  private Path output;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "lenet-300-100",
      description = "The network to train: lenet-300-100 (default), lenet-5 or resnet-8.")
  private String network;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the first weights and the order of the samples (default 1).")
  private long seed;

  @Option(
      names = "--epochs",
      paramLabel = "D,R",
      split = ",",
      description = "Passes over the data: dense, and after every pruning (default 10,3).")
  private List<Integer> epochs;

  @Mixin private FigureOption figure;
  @Mixin private DataOptions data;

  public PruningCurvesVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.checkFolder(output);
    figure.check();
    var training = samples(Split.TRAINING);
    var fresh =
        Blueprint.named(network)
            .orElseThrow(
                () ->
                    new Fault(
                        "There is no network %s; there are %s."
                            .formatted(network, String.join(", ", Blueprint.titles()))))
            .network(training.shape(), training.classes(), seed);
    var test = samples(Split.TEST);
    var curves =
        PruningCurves.measure(
            plan(),
            fresh,
            training,
            samples(Split.VALIDATION),
            test,
            progress,
            sofar -> DensityCurves.writeJson(sofar, output, NAME));
    var caption =
        new Caption(
            "Pruning with and without retraining",
            "%s; %s, %d samples; one threshold for all layers."
                .formatted(network, test.name(), test.size()));
    var written = new ArrayList<>(DensityCurves.write(caption, curves, output, NAME));
    figure.draw(DensityCurves.figure(caption, curves));
    figure.file().ifPresent(written::add);
    return new MeasuredCurves(curves, written);
  }

  private CurvesPlan plan() {
    var plan = CurvesPlan.usual(seed);
    if (epochs == null) {
      return plan;
    }
    if (epochs.size() != 2 || epochs.stream().anyMatch(count -> count < 1)) {
      throw usage("--epochs takes two numbers of at least 1, such as 10,3.");
    }
    return plan.withEpochs(epochs.get(0), epochs.get(1));
  }

  private LabelledSamples samples(Split split) {
    return new LabelledSamples(data.open(UNLESS_SAID, split), data.preprocessing(UNLESS_SAID));
  }
}
