package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelFile;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.inference.Comparison;
import org.weighbridge.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the accuracy of a model, or of two on the same samples. */
@Command(
    name = "evaluate",
    header = "Measure the accuracy of a model.",
    description = {
      "Top-1 with its 95 %% interval, top-5, mean loss. With --against, what changed from another",
      "model to this one on the same samples, and whether chance explains it (McNemar's test);",
      "without labels, how often this one agrees with the other. Of a session, the network that is",
      "chosen in it, encoded as is chosen in it, against the same before encoding."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge evaluate model.onnx --data mnist/",
      "  weighbridge evaluate model.wbz --against model.onnx --data mnist/",
      "  weighbridge evaluate model.onnx --data cifar-10/ --split validation --limit 1000 --json"
    })
public final class EvaluateVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = "--against",
      paramLabel = "OTHER",
      description = "Compare with this ONNX or .wbz file.")
  private Optional<Path> against;

  @Mixin private DataOptions data;
  @Mixin private SplitOption split;

  public EvaluateVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    var sidecar = model.sidecar();
    var dataset = data.open(sidecar, split.split());
    if (against.isPresent()) {
      return compared(against.get(), dataset, sidecar, progress);
    }
    var session = model.session();
    return session.isPresent()
        ? encoded(session.get().choices().configuration(), dataset, sidecar, progress)
        : measured(dataset, sidecar, progress);
  }

  /** What a session has chosen, encoded, against the same not encoded. */
  private Answer encoded(
      Configuration configuration, Dataset dataset, ModelSidecar sidecar, Progress progress) {
    progress.begin("Evaluating " + model.named(), 10);
    var network = model.read(progress);
    var file = new ModelEncoder().encode(network, configuration, progress.part(4));
    var encoded = network.withWeights(file.decoded());
    var comparison =
        Comparison.measure(
            dataset,
            samples -> data.evaluator(network, samples, sidecar),
            samples -> data.evaluator(encoded, samples, sidecar),
            progress.part(6));
    return new Compared(dataset.name(), model.named() + " before encoding", comparison);
  }

  private Answer measured(Dataset dataset, ModelSidecar sidecar, Progress progress) {
    var network = model.readOrDecode(Progress.none());
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      return new Evaluated(dataset.name(), evaluator.baseline(progress));
    }
  }

  private Answer compared(Path other, Dataset dataset, ModelSidecar sidecar, Progress progress) {
    var network = model.readOrDecode(Progress.none());
    var reference = ModelFile.read(other, Progress.none());
    var otherSidecar = ModelSidecar.besideModel(other).orElse(sidecar);
    var comparison =
        Comparison.measure(
            dataset,
            samples -> data.evaluator(reference, samples, otherSidecar),
            samples -> data.evaluator(network, samples, sidecar),
            progress);
    return new Compared(dataset.name(), other.toString(), comparison);
  }
}
