package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.FigureOption;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Split;
import org.weighbridge.figure.Caption;
import org.weighbridge.job.Progress;
import org.weighbridge.report.DensityCurves;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.sensitivity.LayerSensitivity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what pruning each layer costs. */
@Command(
    name = "sensitivity",
    header = "Measure what pruning one layer at a time costs, with retraining or without.",
    description =
        "Writes a figure (SVG, PDF and PNG, for one column and for two), CSV and JSON; the JSON after every point, so that a cancel loses "
            + "nothing.",
    footer = {
      "",
      "Examples:",
      "  weighbridge sensitivity model.onnx --data mnist/ -o sensitivity/",
      "  weighbridge sensitivity model.onnx --data mnist/ --retrain 1 -o sensitivity/"
    })
public final class SensitivityVerb extends Verb {
  private static final String NAME = "sensitivity";
  private static final double RATE = 0.01;

  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into.")
  private Path output;

  @Option(
      names = "--densities",
      paramLabel = "D",
      split = ",",
      defaultValue = "0.5,0.3,0.2,0.1,0.05,0.02",
      description = "The fractions of weights to keep. Default: ${DEFAULT-VALUE}.")
  private List<Double> densities;

  @Option(
      names = "--retrain",
      paramLabel = "EPOCHS",
      defaultValue = "0",
      description = "Passes over the training split after each pruning (default 0).")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the order of the samples while retraining (default 1).")
  private long seed;

  @Mixin private FigureOption figure;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;

  public SensitivityVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    if (epochs < 0 || densities.stream().anyMatch(d -> !(d >= 0 && d <= 1))) {
      throw usage("--densities are from 0 to 1, and --retrain is at least 0.");
    }
    OutputFile.checkFolder(output);
    figure.check();
    var network = model.read(progress);
    var plan =
        TrainingPlan.usual(seed)
            .withKeepZeros(true)
            .withNormalize(false)
            .withRetraining(new StagePlan(epochs, new LearningRate.Cosine(RATE)));
    var test = samples(split.split());
    boolean retrained = epochs > 0;
    var curves =
        LayerSensitivity.measure(
            network,
            densities,
            plan,
            retrained ? samples(Split.TRAINING) : test,
            retrained ? samples(Split.VALIDATION) : test,
            test,
            progress,
            sofar -> DensityCurves.writeJson(sofar, output, NAME));
    var caption =
        new Caption(
            "Sensitivity to pruning",
            "%s, one layer at a time, %s; %s, %d samples."
                .formatted(
                    network.name(),
                    retrained
                        ? "as it is and after %d %s of retraining"
                            .formatted(epochs, epochs == 1 ? "epoch" : "epochs")
                        : "without retraining",
                    test.name(),
                    test.size()));
    var written = new ArrayList<>(DensityCurves.write(caption, curves, output, NAME));
    figure.draw(DensityCurves.figure(caption, curves));
    figure.file().ifPresent(written::add);
    return new MeasuredCurves(curves, written);
  }

  private LabelledSamples samples(Split split) {
    var sidecar = model.sidecar();
    return new LabelledSamples(data.open(sidecar, split), data.preprocessing(sidecar));
  }
}
