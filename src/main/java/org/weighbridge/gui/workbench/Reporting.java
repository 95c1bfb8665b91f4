package org.weighbridge.gui.workbench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.job.Progress;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ReportInput;
import org.weighbridge.report.ReportWriter;

/** Gathers what is known of the current configuration into a report. */
final class Reporting {
  private Reporting() {}

  /**
   * Encodes, measures and writes the report.
   *
   * @param setup the data, when there is any
   * @param assessment the curves, when there are any
   * @return what was written, in a sentence
   */
  static String write(
      Subject subject,
      @Nullable EvaluationSetup setup,
      @Nullable Assessment assessment,
      Configuration configuration,
      double maxLossPoints,
      Path folder,
      Progress progress) {
    progress.begin("Reporting on " + subject.network().name(), 3);
    var model = new ModelEncoder().encode(subject.network(), configuration, progress.part(1));
    var input =
        ReportInput.of(subject.network()).withEncoded(model).withMaxLossPoints(maxLossPoints);
    if (assessment != null) {
      input = input.withAssessment(assessment);
    }
    if (setup != null) {
      var after = setup.onTest().evaluate(model.decoded(), progress.part(1));
      input =
          input
              .withAccuracy(BeforeAfter.of(setup.baseline(), after))
              .withDataset(setup.test().name());
    }
    var files = ReportWriter.write(input, folder, progress.part(1));
    return "Wrote a report of %d files to %s.".formatted(files.size(), folder);
  }
}
