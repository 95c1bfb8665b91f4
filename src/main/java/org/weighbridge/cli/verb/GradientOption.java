package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.benchmark.TrainingBenchmark;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.training.gradient.GradientOptions;
import org.weighbridge.training.gradient.Normalization;
import picocli.CommandLine.Option;

/** The part of bench that measures training instead of codecs. */
final class GradientOption {
  private static final int BATCH = 100;
  private static final int STEPS = 200;

  @Option(
      names = "--training",
      paramLabel = "MODEL",
      description =
          "Measure training of this ONNX file instead of codecs: 200 steps of 100 training samples"
              + " after as many for warming up, and an evaluation of all of them. Needs --data.")
  private Optional<Path> model = Optional.empty();

  boolean wanted() {
    return model.isPresent();
  }

  Answer run(DataOptions data, Progress progress) {
    Path file = model.orElseThrow();
    var network = NetworkFiles.read(file);
    var sidecar = ModelSidecar.besideModel(file).orElseGet(ModelSidecar::unknown);
    var dataset = data.open(sidecar, Split.TRAINING);
    var samples = new LabelledSamples(dataset, data.preprocessing(sidecar));
    var benchmark = new TrainingBenchmark(BATCH, STEPS);
    progress.begin("Measuring training of " + network.name(), benchmark.units());
    try (var gradients = GradientGraphs.open(network, GradientOptions.of(Normalization.TRAINED))) {
      var result = benchmark.measure(gradients, samples, progress);
      return new BenchedTraining(network.name(), dataset.name(), result);
    }
  }
}
