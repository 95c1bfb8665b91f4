package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.PruningOptions;
import org.weighbridge.cli.options.RetrainOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.training.Checkpoint;
import org.weighbridge.training.Trained;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.TrainingState;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.workflow.DeadNeuronsChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets small weights to zero. */
@Command(
    name = "prune",
    header = "Set the smallest weights of layers to zero; with --retrain, train what is left.",
    description =
        "A rule takes one number for all layers or numbers by layer name. Neurons, inputs and blocks are "
            + "as large as their weights are on average; numbers for all layers leave the classes alone.",
    footer = {
      "",
      "Examples:",
      "  weighbridge prune model.onnx -o pruned.onnx --density 0.1",
      "  weighbridge prune model.onnx -o pruned.onnx --density fc1.weight=0.08,fc2.weight=0.09",
      "  weighbridge prune model.onnx -o pruned.onnx --quality 1.2 --data mnist/",
      "  weighbridge prune model.onnx -o pruned.onnx --global 0.05",
      "  weighbridge prune model.onnx -o pruned.onnx --structure neurons --density 0.5",
      "  weighbridge prune model.onnx -o pruned.onnx --structure 2:4",
      "  weighbridge prune model.onnx -o pruned.onnx --density 0.1 --data mnist/ --retrain 5",
      "  weighbridge prune model.onnx -o pruned.onnx --density 0.1 --data mnist/ --iterations 4"
    })
public final class PruneVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The pruned model (ONNX).")
  private Path output;

  @Mixin private PruningOptions pruning;

  @Option(
      names = "--dead-neurons",
      paramLabel = "keep|zero|remove",
      defaultValue = "keep",
      description =
          "What to do with neurons and filters that pruning has cut off: keep them as they are, zero "
              + "what is left of them, or remove them, which makes tensors smaller. Default: keep.")
  private DeadNeuronsChoice deadNeurons;

  @Mixin private RetrainOptions retraining;
  @Mixin private DataOptions data;
  @Mixin private SplitOption split;

  public PruneVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.check(output);
    Network network = model.read();
    Pruning wanted =
        pruning
            .in(network)
            .orElseThrow(
                () ->
                    usage(
                        "Nothing to prune: give --density, --threshold, --quality, --global or an"
                            + " N:M --structure."));
    if (retraining.wanted()) {
      return retrained(network, wanted, progress);
    }
    Network pruned = wanted.apply(network);
    Cleaned cleaned = deadNeurons.clean(pruned);
    progress.begin("Pruning", 1);
    BeforeAfter change = data.given() ? measure(network, pruned, progress.part(1)) : null;
    NetworkFiles.write(cleaned.network(), output);
    Sidecars.carryOver(model.file(), output);
    return new Pruned(new KeptWeights(cleaned), output, change);
  }

  private Answer retrained(Network network, Pruning wanted, Progress progress) {
    var options = retraining.training();
    options.checkpoint().ifPresent(OutputFile::check);
    GradientGraphs.obstacle(network)
        .ifPresent(
            sentence -> {
              throw new Fault(sentence);
            });
    Optional<TrainingState> resume = options.resume().map(Checkpoint::read);
    TrainingPlan plan = resume.map(TrainingState::plan).orElseGet(this::plan);
    var run = new TrainingRun(options, data, model.sidecar(), this::notice);
    progress.begin("Pruning and retraining", 100);
    BeforeAfter pruning = measure(network, wanted.apply(network), progress.part(4));
    Trained trained =
        run.train(
            network,
            plan,
            Optional.of(wanted),
            run.samples(Split.TRAINING),
            resume,
            progress.part(94));
    Cleaned cleaned = deadNeurons.clean(trained.network());
    NetworkFiles.write(cleaned.network(), output);
    Sidecars.carryOver(model.file(), output);
    var dataset = data.open(model.sidecar(), split.split());
    try (var evaluator = data.evaluator(cleaned.network(), dataset, model.sidecar())) {
      var after = evaluator.baseline(progress.part(2));
      return new Retrained(
          new Pruned(new KeptWeights(cleaned), output, pruning), trained.epochs(), after);
    }
  }

  private TrainingPlan plan() {
    try {
      return retraining.plan();
    } catch (IllegalArgumentException e) {
      throw usage("Not a plan for retraining: " + e.getMessage() + ".");
    }
  }

  private BeforeAfter measure(Network network, Network pruned, Progress progress) {
    var sidecar = model.sidecar();
    var dataset = data.open(sidecar, split.split());
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      return BeforeAfter.measure(evaluator, pruned, progress);
    }
  }
}
