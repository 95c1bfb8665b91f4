package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.ModelFile;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.inference.Comparison;
import org.weighbridge.job.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the accuracy of a model, or of two on the same samples. */
@Command(
    name = "evaluate",
    header = "Measure the accuracy of a model.",
    description = {
      "Top-1 with its 95 %% interval, top-5, mean loss. With --against, what changed from another",
      "model to this one on the same samples, and whether chance explains it (McNemar's test);",
      "without labels, how often this one agrees with the other."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge evaluate model.onnx --data mnist/",
      "  weighbridge evaluate model.wbz --against model.onnx --data mnist/",
      "  weighbridge evaluate model.onnx --data cifar-10/ --split validation --limit 1000 --json"
    })
public final class EvaluateVerb extends Verb {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "The ONNX or .wbz file; what its sidecar says is read by itself.")
  private Path model;

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
    var sidecar = ModelSidecar.besideModel(model).orElseGet(ModelSidecar::unknown);
    var dataset = data.open(sidecar, split.split());
    return against.isPresent()
        ? compared(against.get(), dataset, sidecar, progress)
        : measured(dataset, sidecar, progress);
  }

  private Answer measured(Dataset dataset, ModelSidecar sidecar, Progress progress) {
    var network = ModelFile.read(model, Progress.none());
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      return new Evaluated(dataset.name(), evaluator.baseline(progress));
    }
  }

  private Answer compared(Path other, Dataset dataset, ModelSidecar sidecar, Progress progress) {
    var network = ModelFile.read(model, Progress.none());
    var reference = ModelFile.read(other, Progress.none());
    var otherSidecar = ModelSidecar.besideModel(other).orElse(sidecar);
    var comparison =
        Comparison.measure(
            dataset,
            samples -> data.evaluator(reference, samples, otherSidecar),
            samples -> data.evaluator(network, samples, sidecar),
            progress);
    return new Compared(dataset.name(), other, comparison);
  }
}
