package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.ModelDecoder;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.experiment.Sidecars;
import org.weighbridge.experiment.Verifier;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.workflow.Data;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Report;
import org.weighbridge.workflow.Workbench;
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
    var bench = Workbench.with(cache.store(this::notice));
    var opened = bench.open(file);
    var network = opened.network();
    var sidecar = opened.sidecar();
    progress.begin(network.name(), 100);
    var all = Data.of(sidecar.dataset().orElse(BUILT_IN), sidecar.preprocessing());
    var data = limit.map(all::withLimit).orElse(all);
    var done =
        bench.apply(
            List.of(Optimize.within(maxLoss), Encode.chosen()), opened.on(data), progress.part(70));
    var model = done.encoded().orElseThrow();

    Path encoded = output.resolve(network.name() + ".wbz");
    Path decoded = output.resolve(network.name() + "-decoded.onnx");
    model.write(encoded);
    Sidecars.carryOver(file, encoded);
    var verification = Verifier.verify(encoded, network, progress.part(5));
    NetworkFiles.write(ModelDecoder.decode(encoded, progress.part(5)), decoded);
    Sidecars.carryOver(file, decoded);

    boolean same =
        sameAnswers(
            opened, model, NetworkFiles.read(decoded, progress.quiet()), data, progress.part(15));

    Path report = output.resolve("report");
    var reporting = Report.into(report).repeatedBy(commandLine());
    int pages = reporting.write(done, progress.part(5)).size();
    return new Demonstrated(
        done,
        verification,
        same,
        new Demonstrated.Files(encoded, decoded, report, pages),
        System.nanoTime() - start);
  }

  /** Whether the decoded file answers every sample as what was measured did. */
  private static boolean sameAnswers(
      Material opened, EncodedModel model, Network decoded, Data data, Progress progress) {
    progress.begin("Measuring the decoded file", 2);
    var test = data.reporting();
    try (var measured = data.evaluator(opened.network(), test);
        var file = data.evaluator(decoded, test)) {
      return Arrays.equals(
          measured.evaluate(model.decoded(), progress.part(1)).predictions(),
          file.baseline(progress.part(1)).predictions());
    }
  }
}
