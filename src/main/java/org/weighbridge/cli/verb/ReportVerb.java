package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.PictureOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.ReportWriter;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Report;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes figures and tables. */
@Command(
    name = "report",
    header =
        "Write a report about a model and its encoding: a page, figures, tables, what repeats it.",
    description = {
      "A folder with index.html, which stands for itself, every figure in formats for papers, every",
      "table as CSV, LaTeX and Markdown, the configuration and where it all comes from. With --data",
      "also the accuracy, and with --max-loss what was assessed and tried."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge report model.onnx -o report/ --bound 0.01",
      "  weighbridge report model.onnx -o report/ --data mnist/ --max-loss 0.3",
      "  weighbridge report model.onnx -o report/ --data mnist/ --original dense.onnx",
      "  weighbridge report model.onnx -o report/ --formats pdf --widths one --dpi 600"
    })
public final class ReportVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into.")
  private Path output;

  @Option(
      names = "--original",
      paramLabel = "FILE",
      description = "The model before it was pruned, to compare with.")
  private Optional<Path> original;

  @Mixin private EncodingOptions encoding;
  @Mixin private PictureOptions pictures;

  public ReportVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.checkFolder(output);
    var dense = original.map(NetworkFiles::read);
    var opened = encoding.material(model);
    progress.begin(opened.network().name(), 100);
    var done =
        Workbench.with(encoding.cache().store(this::notice))
            .apply(encoding.steps(opened.network()), opened, progress.part(70));
    var input = Report.into(output).repeatedBy(commandLine()).input(done, progress.part(2));
    var from =
        input.provenance().orElseThrow().withModel(ModelSource.of(model.file(), done.network()));
    if (dense.isPresent()) {
      input = input.withOriginal(dense.get(), accuracy(dense.get(), done, progress.part(8)));
      from = from.withOriginal(ModelSource.of(original.orElseThrow(), dense.get()));
    }
    return new Reported(
        output,
        ReportWriter.write(
            input.withProvenance(from), output, pictures.choice(), progress.part(20)));
  }

  private static Optional<Accuracy> accuracy(Network dense, Material material, Progress progress) {
    return material
        .data()
        .map(
            data -> {
              try (var evaluator = data.evaluator(dense, data.reporting())) {
                return evaluator.baseline(progress).accuracy();
              }
            });
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
      out.println("wrote " + folder.resolve("index.html"));
      out.println("and %d files beside it".formatted(files.size() - 1));
    }
  }
}
