package org.weighbridge.workflow;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Objective;
import org.weighbridge.job.Progress;
import org.weighbridge.report.ReportInput;
import org.weighbridge.report.ReportWriter;

/**
 * Writes figures and tables of all that is known into a folder.
 *
 * @param folder made when it is not there
 * @param command what repeats the result, for {@code command.txt}
 */
public record Report(Path folder, Optional<String> command) implements Operator {
  @Override
  public String name() {
    return "report";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    ReportWriter.write(input(material), folder, progress);
    return material;
  }

  /** What a report says of a material. */
  public ReportInput input(Material material) {
    var input = ReportInput.of(material.network());
    if (material.assessment().isPresent()) {
      input = input.withAssessment(material.assessment().get());
    }
    if (material.encoded().isPresent()) {
      input = input.withEncoded(material.encoded().get());
    }
    if (material.accuracy().isPresent()) {
      input = input.withAccuracy(material.accuracy().get());
    }
    if (material.data().isPresent()) {
      input = input.withDataset(material.data().get().reporting().name());
    }
    if (material.found().isPresent()) {
      input = withFound(input, material.found().get(), material.data());
    }
    return command.isPresent() ? input.withCommandLine(command.get()) : input;
  }

  private static ReportInput withFound(ReportInput input, Found found, Optional<Data> data) {
    var split = data.map(Data::chooseOn).orElse(Split.VALIDATION);
    var with = input.withTrials(found.result().measured(split).all());
    return found.objective() instanceof Objective.LeastSize(double points)
        ? with.withMaxLossPoints(points)
        : with;
  }
}
