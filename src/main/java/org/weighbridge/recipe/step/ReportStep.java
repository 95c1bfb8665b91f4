package org.weighbridge.recipe.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.workflow.Report;

/** Figures and tables of all that is known. */
final class ReportStep extends StepKind<Report> {
  /** Where it is written, for whoever runs the recipe to resolve. */
  private static final Path FOLDER = Path.of("report");

  ReportStep() {
    super(Report.class, "report", "Writes figures and tables of all that is known.", List.of());
  }

  @Override
  Report read(Fields fields, Start start) {
    return new Report(FOLDER, Optional.empty());
  }

  @Override
  void write(Report report, Start start, Written out) {}
}
