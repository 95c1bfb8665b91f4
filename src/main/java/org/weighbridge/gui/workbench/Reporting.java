package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Run;
import org.weighbridge.experiment.provenance.DataSource;
import org.weighbridge.experiment.provenance.ModelSource;
import org.weighbridge.experiment.provenance.Provenance;
import org.weighbridge.job.Progress;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ReportInput;
import org.weighbridge.report.ReportWriter;

/** Gathers what is known of the current configuration into a report. */
final class Reporting {
  private Reporting() {}

  /**
   * What was found out about a network until now.
   *
   * @param assessment the curves, when there are any
   * @param measured what was measured jointly
   * @param runs what was tried
   */
  record Known(
      @Nullable Assessment assessment, List<MeasuredConfiguration> measured, List<Run> runs) {
    Known {
      measured = List.copyOf(measured);
      runs = List.copyOf(runs);
    }
  }

  /**
   * Encodes, measures and writes the report.
   *
   * @param setup the data, when there is any
   * @return what was written, in a sentence
   */
  static String write(
      Subject subject,
      @Nullable EvaluationSetup setup,
      Known known,
      Configuration configuration,
      double maxLossPoints,
      ReportWish wish,
      Progress progress) {
    progress.begin("Reporting on " + subject.network().name(), 3);
    var model = new ModelEncoder().encode(subject.network(), configuration, progress.part(1));
    var from = Provenance.here().withModel(ModelSource.of(subject.file(), subject.original()));
    var input =
        ReportInput.of(subject.network())
            .withEncoded(model)
            .withMaxLossPoints(maxLossPoints)
            .withTrials(known.measured())
            .withRuns(known.runs());
    if (known.assessment() != null) {
      input = input.withAssessment(known.assessment());
    }
    if (!subject.asOpened()) {
      var before = Optional.ofNullable(setup).map(data -> data.original().accuracy());
      input = input.withOriginal(subject.original(), before);
    }
    if (setup != null) {
      var after = setup.onTest().evaluate(model.decoded(), progress.part(1));
      input =
          input
              .withAccuracy(BeforeAfter.of(setup.baseline(), after))
              .withDataset(setup.test().name());
      from = from.withData(DataSource.of(setup.test())).withData(DataSource.of(setup.validation()));
    }
    var trainings = trainings(subject.base());
    for (Descent training : trainings) {
      from = from.withSeed("retraining", training.plan().seed());
    }
    input = input.withTraining(trainings.stream().flatMap(one -> one.epochs().stream()).toList());
    if (wish.command().isPresent()) {
      input = input.withCommandLine(wish.command().get());
    }
    if (wish.recipe().isPresent()) {
      input = input.withRecipe(wish.recipe().get());
    }
    var files =
        ReportWriter.write(
            input.withProvenance(from), wish.folder(), wish.pictures(), progress.part(1));
    return "Wrote a report of %d files to %s.".formatted(files.size(), wish.folder());
  }

  /** What the network went through, oldest first. */
  private static List<Descent> trainings(Base base) {
    var all = new ArrayList<Descent>();
    for (var at = base.descent(); at.isPresent(); at = at.get().parent().descent()) {
      all.addFirst(at.get());
    }
    return all;
  }
}
