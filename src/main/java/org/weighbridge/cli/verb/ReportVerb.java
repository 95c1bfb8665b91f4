package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.PictureOptions;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.report.ReportInput;
import org.weighbridge.report.ReportWriter;
import org.weighbridge.workflow.Compare;
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
      "  weighbridge report tried.wbsession -o report/",
      "  weighbridge report model.onnx -o report/ --data mnist/ --max-loss 0.3 --compare codebook,zfp",
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

  @Option(
      names = "--compare",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Put these coders beside it, under the same budget; needs --data and --max-loss.")
  private List<String> coders = List.of();

  @Mixin private EncodingOptions encoding;
  @Mixin private PictureOptions pictures;

  public ReportVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    OutputFile.checkFolder(output);
    var dense = original.or(this::unpruned).map(file -> NetworkFiles.read(file, progress.quiet()));
    var given = encoding.material(model, progress);
    var opened = dense.map(given::withOriginal).orElse(given);
    var steps = new ArrayList<>(encoding.steps(opened.network()));
    if (!coders.isEmpty()) {
      steps.add(comparison());
    }
    progress.begin(opened.network().name(), 100);
    var done =
        Workbench.with(encoding.cache().store(this::notice))
            .apply(steps, opened, progress.part(70));
    var input = Report.into(output).repeatedBy(commandLine()).input(done, progress.part(10));
    if (model.session().isPresent()) {
      input = tried(input, model.session().get());
    }
    var from =
        input.provenance().orElseThrow().withModel(ModelSource.of(model.file(), done.network()));
    if (dense.isPresent()) {
      from = from.withOriginal(ModelSource.of(original.orElseGet(model::file), dense.get()));
    }
    return new Reported(
        output,
        ReportWriter.write(
            input.withProvenance(from), output, pictures.choice(), progress.part(20)));
  }

  private Compare comparison() {
    double budget =
        encoding
            .maxLoss()
            .orElseThrow(() -> usage("--compare needs a budget: give --max-loss, such as 0.3."));
    return encoding.comparison(coders, budget);
  }

  /** What a session's network was made of, where that is not the network itself. */
  private Optional<Path> unpruned() {
    return model
        .session()
        .map(SessionState::choices)
        .filter(chosen -> chosen.base() > 0 || !chosen.pruning().isEmpty())
        .map(chosen -> model.file());
  }

  /** What a session remembers beside what is chosen in it. */
  private static ReportInput tried(ReportInput input, SessionState session) {
    var with = input.withRuns(session.runs());
    if (input.maxLossPoints().isEmpty()) {
      with = with.withMaxLossPoints(session.lossBudget());
    }
    var coding = session.choices().configuration().coding();
    var curves =
        session.curves().stream().filter(known -> known.coding().equals(coding)).findFirst();
    return input.assessment().isPresent() || curves.isEmpty()
        ? with
        : with.withAssessment(curves.get().assessment());
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
