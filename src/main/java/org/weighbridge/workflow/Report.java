package org.weighbridge.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.provenance.DataSource;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.provenance.Provenance;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ReportInput;
import org.weighbridge.report.ReportWriter;

/**
 * Writes figures and tables of all that is known into a folder.
 *
 * @param folder made when it is not there
 * @param pictures formats and widths of the figures
 * @param command what repeats the result, for {@code command.txt}
 * @param recipe what repeats the result, as YAML
 */
public record Report(
    Path folder, PictureChoice pictures, Optional<String> command, Optional<String> recipe)
    implements Operator {
  /** In all formats. */
  public static Report into(Path folder) {
    return new Report(folder, PictureChoice.USUAL, Optional.empty(), Optional.empty());
  }

  /** The same with what repeats it. */
  public Report repeatedBy(String commandLine) {
    return new Report(folder, pictures, Optional.of(commandLine), recipe);
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    write(material, progress);
    return material;
  }

  /** Writes the report and answers with its files. */
  public List<Path> write(Material material, Progress progress) {
    progress.begin("Reporting", 100);
    var input = input(material, progress.part(10));
    return ReportWriter.write(input, folder, pictures, progress.part(90));
  }

  /** What a report says of a material; the network before pruning is measured if it was not. */
  public ReportInput input(Material material, Progress progress) {
    var input =
        ReportInput.of(material.network())
            .withTraining(material.epochs())
            .withProvenance(provenance(material));
    if (material.data().isPresent()) {
      input = input.withDataset(material.reportedOn());
    }
    if (!material.original().equals(material.network())) {
      input = input.withOriginal(material.original(), before(material, progress));
    }
    if (material.assessment().isPresent()) {
      input = input.withAssessment(material.assessment().get());
    }
    if (material.found().isPresent()) {
      input = withFound(input, material.found().get());
    }
    if (material.encoded().isPresent()) {
      input = input.withEncoded(material.encoded().get());
    }
    if (material.accuracy().isPresent()) {
      input = input.withAccuracy(material.accuracy().get());
    }
    if (material.comparison().isPresent()) {
      input = input.withComparison(material.comparison().get());
    }
    if (recipe.isPresent()) {
      input = input.withRecipe(recipe.get());
    }
    return command.isPresent() ? input.withCommandLine(command.get()) : input;
  }

  private static Provenance provenance(Material material) {
    var original = material.original();
    var here = Provenance.here().withModel(new ModelSource(original.name(), original.hash()));
    for (var seed : material.seeds().entrySet()) {
      here = here.withSeed(seed.getKey(), seed.getValue());
    }
    var from = here;
    return material
        .data()
        .map(
            data ->
                from.withData(DataSource.of(data.reporting()))
                    .withData(DataSource.of(data.choosing())))
        .orElse(from);
  }

  private static ReportInput withFound(ReportInput input, Found found) {
    var with = input.withTrials(found.result().measured(found.split()).all());
    return found.objective() instanceof Objective.LeastSize(double points)
        ? with.withMaxLossPoints(points)
        : with;
  }

  /** The accuracy before pruning, on the samples that are reported. */
  private static Optional<Accuracy> before(Material material, Progress progress) {
    var known = material.pruning().flatMap(PruningResult::dense);
    if (known.isPresent()) {
      return known.map(measured -> measured.accuracy());
    }
    return material
        .data()
        .map(
            data -> {
              try (var evaluator = data.evaluator(material.original(), data.reporting())) {
                return evaluator.baseline(progress).accuracy();
              }
            });
  }
}
