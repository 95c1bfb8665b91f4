package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ReportWriter;
import org.weighbridge.workflow.Report;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes figures and tables. */
@Command(
    name = "report",
    header = "Write figures (PNG) and tables (CSV, text) about a model and its encoding.",
    description = {
      "Masks and histograms of every layer, errors and where the bytes go; with --data also the",
      "accuracy, and with --max-loss the curves of accuracy against error bound and what was tried."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge report model.onnx -o report/ --bound 0.01",
      "  weighbridge report model.onnx -o report/ --data mnist/ --max-loss 0.3",
      "  weighbridge report model.onnx -o report/ --data mnist/ --config bounds.json"
    })
public final class ReportVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into.")
  private Path output;

  @Mixin private EncodingOptions encoding;

  public ReportVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.checkFolder(output);
    var opened = encoding.material(model);
    progress.begin(opened.network().name(), 100);
    var done =
        Workbench.with(encoding.cache().store(this::notice))
            .apply(encoding.steps(opened.network()), opened, progress.part(80));
    var input = Report.into(output).repeatedBy(commandLine()).input(done, progress.part(2));
    return new Reported(output, ReportWriter.write(input, output, progress.part(18)));
  }

  private record Reported(Path folder, List<Path> files) implements Answer {
    @Override
    public JsonObject json() {
      var json = new JsonObject();
      json.addProperty("folder", folder.toString());
      var names = new JsonArray();
      files.forEach(file -> names.add(file.toString()));
      json.add("files", names);
      return json;
    }

    @Override
    public void print(PrintWriter out) {
      files.forEach(file -> out.println("wrote " + file));
    }
  }
}
