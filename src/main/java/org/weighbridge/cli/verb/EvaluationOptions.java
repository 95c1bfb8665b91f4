package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.benchmark.EvaluationBenchmark;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import picocli.CommandLine.Option;

/** The part of bench that measures evaluations instead of codecs. */
final class EvaluationOptions {
  private static final int BOUNDS = 9;
  private static final int MOVES = 20;

  @Option(
      names = "--evaluation",
      paramLabel = "MODEL",
      description =
          "Measure evaluations of this ONNX file instead of codecs: each layer changed alone, by"
              + " computing what changed and by the whole network in turns, then 20 moves of each"
              + " fully connected layer while all are changed. Needs --data.")
  private Optional<Path> model = Optional.empty();

  boolean wanted() {
    return model.isPresent();
  }

  Answer run(DataOptions data, Split split, Progress progress) {
    Path file = model.orElseThrow();
    var network = NetworkFiles.read(file);
    var sidecar = ModelSidecar.besideModel(file).orElseGet(ModelSidecar::unknown);
    var dataset = data.open(sidecar, split);
    var benchmark = new EvaluationBenchmark(BOUNDS, MOVES);
    progress.begin("Measuring " + network.name(), benchmark.units(network));
    try (var evaluator = data.evaluator(network, dataset, sidecar)) {
      var result = benchmark.measure(network, evaluator, progress);
      var breakEven = Evaluators.breakEven(Progress.none());
      return new BenchedEvaluation(network.name(), dataset.name(), result, breakEven);
    }
  }
}
