package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.experiment.Verifier;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way on what comes with the program. */
@Command(
    name = "demo",
    header = "Go the whole way with the bundled sample, in under a minute.",
    description = {
      "Assesses the layers, chooses error bounds, encodes, verifies, decodes, measures the decoded",
      "model and writes the encoded and the decoded model and a report."
    },
    footer = {"", "Examples:", "  weighbridge demo", "  weighbridge demo -o demo/ --max-loss 0.5"})
public final class DemoVerb extends Verb {
  private static final String BUILT_IN = "digits";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "weighbridge-demo",
      description = "The folder to write into (default weighbridge-demo).")
  private Path output;

  @Option(
      names = "--max-loss",
      paramLabel = "P",
      defaultValue = "0.3",
      description = "The budget: accuracy to lose at most, in percentage points (default 0.3).")
  private double maxLoss;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use the first N samples of each split only.")
  private Optional<Integer> limit;

  @Mixin private CacheOption cache;

  public DemoVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.checkFolder(output);
    long start = System.nanoTime();
    Path file = SampleModel.file();
    var network = NetworkFiles.read(file);
    var sidecar = ModelSidecar.besideModel(file).orElseGet(ModelSidecar::unknown);
    progress.begin(network.name(), 100);
    var test = data(sidecar, Split.TEST);
    var found =
        new Bounds(new CodingOptions(), List.of(), new SearchOptions(), cache.store(this::notice))
            .find(
                network,
                sidecar.preprocessing(),
                data(sidecar, Split.VALIDATION),
                test,
                new Objective.LeastSize(maxLoss),
                progress.part(60));
    var model = found.result().model();

    Path encoded = output.resolve(network.name() + ".wbz");
    Path decoded = output.resolve(network.name() + "-decoded.onnx");
    model.write(encoded);
    Sidecars.carryOver(file, encoded);
    var verification = Verifier.verify(encoded, network, progress.part(5));
    NetworkFiles.write(ModelDecoder.decode(encoded, progress.part(5)), decoded);
    Sidecars.carryOver(file, decoded);

    var measured = measure(network, model, test, sidecar, progress.part(10));
    var change = BeforeAfter.of(measured.before(), measured.after());
    var again = evaluate(NetworkFiles.read(decoded), test, sidecar, progress.part(10));
    boolean same = Arrays.equals(measured.after().predictions(), again.predictions());

    var encoding = new Encoding(model, false, change, test.name(), found);
    var input =
        Reporting.input(network, encoding, OptionalDouble.of(maxLoss))
            .withCommandLine(commandLine());
    Path report = output.resolve("report");
    int pages = ReportWriter.write(input, report, progress.part(10)).size();
    return new Demonstrated(
        encoding,
        verification,
        same,
        new Demonstrated.Files(encoded, decoded, report, pages),
        System.nanoTime() - start);
  }

  private Dataset data(ModelSidecar sidecar, Split split) {
    return DataSets.open(
        sidecar.dataset().orElse(BUILT_IN),
        split,
        limit.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  /** Two measurements with the answers to every sample. */
  private record Answered(Evaluation before, Evaluation after) {}

  private static Answered measure(
      Network network, EncodedModel model, Dataset test, ModelSidecar sidecar, Progress progress) {
    try (var evaluator = Evaluators.open(network, test, sidecar.preprocessing())) {
      progress.begin("Measuring accuracy", 2);
      var before = evaluator.baseline(progress.part(1));
      return new Answered(before, evaluator.evaluate(model.decoded(), progress.part(1)));
    }
  }

  private static Evaluation evaluate(
      Network network, Dataset test, ModelSidecar sidecar, Progress progress) {
    try (var evaluator = Evaluators.open(network, test, sidecar.preprocessing())) {
      return evaluator.baseline(progress);
    }
  }
}
