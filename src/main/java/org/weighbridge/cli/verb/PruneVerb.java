package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.PruningOptions;
import org.weighbridge.cli.options.RetrainOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.TrainingState;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.DeadNeuronsChoice;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningResult;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Workbench;
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
    PruningWish wish =
        pruning
            .wish()
            .orElseThrow(
                () ->
                    usage(
                        "Nothing to prune: give --density, --threshold, --quality, --global or an"
                            + " N:M --structure."));
    return retraining.wanted() ? retrained(wish, progress) : pruned(wish, progress);
  }

  private Answer pruned(PruningWish wish, Progress progress) {
    var sidecar = model.sidecar();
    var on = data.given() ? Optional.of(data.on(sidecar, split)) : Optional.<Data>empty();
    var opened = Material.of(model.read(progress), sidecar, on);
    var step = new Prune(wish, deadNeurons, Optional.empty());
    var done = Workbench.with(PointStore.off()).apply(step, opened, progress);
    write(done);
    return answer(done);
  }

  private Answer retrained(PruningWish wish, Progress progress) {
    var keeping = new KeptTraining(retraining.training(), this::notice);
    var resume = keeping.resume();
    TrainingPlan plan = resume.map(TrainingState::plan).orElseGet(this::plan);
    var on = data.on(model.sidecar(), split);
    var opened = Material.of(model.read(progress), model.sidecar(), Optional.of(on));
    var step = new Prune(wish, deadNeurons, Optional.of(plan));
    var bench = Workbench.with(PointStore.off()).telling(keeping.listener()).resuming(resume);
    var done = keeping.orSay(() -> bench.apply(step, opened, progress));
    write(done);
    var after = done.pruning().flatMap(PruningResult::retrained).orElseThrow();
    return new Retrained(answer(done), done.epochs(), after);
  }

  private void write(Material done) {
    NetworkFiles.write(done.network(), output);
    Sidecars.carryOver(model.file(), output);
  }

  private Pruned answer(Material done) {
    var result = done.pruning().orElseThrow();
    var kept = new KeptWeights(new Cleaned(done.network(), result.dead()));
    return new Pruned(kept, output, result.alone().orElse(null));
  }

  private TrainingPlan plan() {
    try {
      return retraining.plan();
    } catch (IllegalArgumentException e) {
      throw usage("Not a plan for retraining: " + e.getMessage() + ".");
    }
  }
}
