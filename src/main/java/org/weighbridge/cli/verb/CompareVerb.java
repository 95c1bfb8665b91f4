package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.weighbridge.cli.options.CacheOption;
import org.weighbridge.cli.options.ChooseOption;
import org.weighbridge.cli.options.CodingOptions;
import org.weighbridge.cli.options.DataOptions;
import org.weighbridge.cli.options.FigureOption;
import org.weighbridge.cli.options.ModelOptions;
import org.weighbridge.cli.options.OutputFile;
import org.weighbridge.cli.options.SearchOptions;
import org.weighbridge.cli.options.SplitOption;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ComparisonFigure;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.workflow.Compare;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.StepListener;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares coders under one budget. */
@Command(
    name = "compare",
    header = "Compare coders on the same weights under the same budget of accuracy.",
    description = {
      "Each coder is assessed and optimized for itself as optimize does, encoded, decoded from its",
      "file and measured; coders may leave layers alone. Figures from the literature stand apart:",
      "they were not measured here."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge compare model.onnx --data mnist/ --budget 0.3",
      "  weighbridge compare model.onnx --data mnist/ --coders sz,deepsz --mixed --json",
      "  weighbridge compare model.onnx --data digits -o coders.csv --figure coders.pdf"
    })
public final class CompareVerb extends Verb {
  @Mixin private ModelOptions model;

  @Option(
      names = "--budget",
      paramLabel = "P",
      defaultValue = "0.3",
      description = "The loss in percentage points that every coder may cause (default 0.3).")
  private double budget;

  @Option(
      names = "--coders",
      paramLabel = "NAMES",
      split = ",",
      description =
          "Only these, separated by commas, with options such as linear+channel (default: all).")
  private List<String> coders = List.of();

  @Option(
      names = "--mixed",
      description = "A last row in which every layer may have another of these coders.")
  private boolean mixed;

  @Option(
      names = "--no-published",
      description = "Leave out what the literature says of such networks.")
  private boolean measuredOnly;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.csv",
      description = "Write the table as CSV, too; it grows row by row.")
  private Optional<Path> csv;

  @Mixin private FigureOption figure;

  @Mixin private DataOptions data;
  @Mixin private SplitOption split;
  @Mixin private ChooseOption choose;
  @Mixin private SearchOptions search;
  @Mixin private CodingOptions coding;
  @Mixin private CacheOption cache;

  public CompareVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    csv.ifPresent(OutputFile::check);
    figure.check();
    var step = step();
    var on = data.on(model.sidecar(), split, choose);
    var opened = Material.of(model.read(progress), model.sidecar(), Optional.of(on));
    var rows = new AtomicInteger();
    var listener =
        new StepListener() {
          @Override
          public void compared(ComparisonResult soFar) {
            rows.set(soFar.rows().size());
            csv.ifPresent(file -> ComparedCoders.writeCsv(soFar, file));
          }
        };
    try {
      var done =
          Workbench.with(cache.store(this::notice)).telling(listener).apply(step, opened, progress);
      var result = done.comparison().orElseThrow();
      figure.draw(ComparisonFigure.figure(result));
      return new ComparedCoders(result, csv, figure.file());
    } catch (CancellationException cancelled) {
      notice(
          "stopped early; %d of %d coders were compared%s."
              .formatted(
                  rows.get(),
                  step.compared().size(),
                  csv.map(file -> ", and are in " + file).orElse("")));
      throw cancelled;
    }
  }

  private Compare step() {
    if (!(budget >= 0)) {
      throw usage("--budget takes a loss of at least 0 percentage points, such as 0.3.");
    }
    if (coding.namesCodec()) {
      throw usage("compare takes --coders, not --codec: it compares several.");
    }
    return new Compare(
        budget, coders, mixed, !measuredOnly, coding.coding(), search.layers(), search.tests());
  }
}
