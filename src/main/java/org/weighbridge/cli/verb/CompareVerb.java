package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.Comparison;
import org.weighbridge.experiment.ComparisonPlan;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.report.ComparisonFigure;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.report.PublishedResults;
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
    if (!(budget >= 0)) {
      throw usage("--budget takes a loss of at least 0 percentage points, such as 0.3.");
    }
    if (!coding.coding().codec().equals(Codecs.DEFAULT)) {
      throw usage("compare takes --coders, not --codec: it compares several.");
    }
    var names = names();
    var sidecar = model.sidecar();
    var network = model.read();
    progress.begin(network.name(), 100);
    var dataset = data.open(sidecar, split.split());
    try (var reported = data.evaluator(network, dataset, sidecar)) {
      var unseen = reported.baseline(progress.part(3)).accuracy();
      try (var samples = samples(network, sidecar, dataset, unseen, progress.part(5))) {
        var plan =
            new ComparisonPlan(
                network, search.layers(network), coding.coding(), search.plan(budget), budget);
        var comparison = new Comparison(plan, samples, reported, cache.store(this::notice));
        String chosenBy = chosenBy(samples, sidecar);
        var rows = new ArrayList<ComparedCoder>();
        try {
          comparison.measure(
              names,
              mixed,
              row -> {
                rows.add(row);
                csv.ifPresent(
                    file ->
                        ComparedCoders.writeCsv(result(network, chosenBy, dataset, rows), file));
                progress.step(row.coder() + " is done");
              },
              (layer, point) -> {},
              progress.part(92));
        } catch (CancellationException cancelled) {
          notice(
              "stopped early; %d of %d coders were compared%s."
                  .formatted(
                      rows.size(),
                      names.size(),
                      csv.map(file -> ", and are in " + file).orElse("")));
          throw cancelled;
        }
        var result = result(network, chosenBy, dataset, rows);
        figure.draw(ComparisonFigure.figure(result));
        return new ComparedCoders(result, csv, figure.file());
      }
    }
  }

  /** The ids as their codecs write them; a wrong one is refused before any work. */
  private List<String> names() {
    return (coders.isEmpty() ? Codecs.all() : coders.stream().map(Codecs::byId).toList())
        .stream().map(LayerCodec::id).distinct().toList();
  }

  private ChoiceSamples samples(
      Network network, ModelSidecar sidecar, Dataset reported, Accuracy unseen, Progress progress) {
    var preprocessing = data.preprocessing(sidecar);
    var chooseOn = choose.open(data, sidecar);
    return chooseOn.split() == reported.split()
        ? ChoiceSamples.asTheyAre(network, chooseOn, preprocessing, progress)
        : ChoiceSamples.prepare(network, chooseOn, preprocessing, unseen, progress);
  }

  private String chosenBy(ChoiceSamples samples, ModelSidecar sidecar) {
    return choose.split() == split.split()
        ? "the very same samples"
        : choose.open(data, sidecar).name() + ", " + samples.description();
  }

  private ComparisonResult result(
      Network network, String chosenBy, Dataset dataset, List<ComparedCoder> rows) {
    return new ComparisonResult(
        network.name(),
        network.originalBytes(),
        chosenBy,
        dataset.name(),
        budget,
        rows,
        measuredOnly ? List.of() : PublishedResults.fitting(network));
  }
}
