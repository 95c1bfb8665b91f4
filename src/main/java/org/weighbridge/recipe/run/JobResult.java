package org.weighbridge.recipe.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.Objective;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.recipe.Job;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.workflow.PruningResult;

/**
 * What came of a job: of what it encoded, or of one coder that it compared. Accuracies are on the
 * samples that are reported.
 *
 * @param network its name; empty when the model cannot be read
 * @param coder ids of the coders of its layers, or the compared one; empty where nothing was coded
 * @param state done or failed; of a compared coder also how far it came
 * @param before pruning; where nothing was pruned, before coding
 * @param pruned after pruning and retraining, before coding; empty where neither was done
 * @param encoded after coding
 * @param file sizes of the encoded network
 * @param objective what was asked for
 * @param failure why the job came no further; empty when it is done
 */
public record JobResult(
    Job job,
    String network,
    String coder,
    String state,
    Optional<Accuracy> before,
    Optional<Accuracy> pruned,
    Optional<MeasuredAccuracy> encoded,
    Optional<MeasuredFile> file,
    Optional<Objective> objective,
    Optional<String> failure) {
  private static final double ROUNDING = 1e-9;
  private static final String DONE = "done";

  static JobResult failed(Job job, String network, String sentence) {
    return new JobResult(
        job,
        network,
        "",
        "failed",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sentence));
  }

  /** What it encoded, then each coder that it compared. */
  static List<JobResult> done(Job job, KeptMaterial last) {
    var results = new ArrayList<JobResult>();
    if (last.encoded().isPresent() || last.comparison().isEmpty()) {
      results.add(own(job, last));
    }
    last.comparison()
        .ifPresent(
            comparison ->
                comparison
                    .rows()
                    .forEach(row -> results.add(compared(job, last, comparison, row))));
    return results;
  }

  private static JobResult own(Job job, KeptMaterial last) {
    Optional<BeforeAfter> coding = last.accuracy();
    Optional<PruningResult> pruning = last.pruning();
    var uncoded = coding.map(BeforeAfter::before).map(MeasuredAccuracy::accuracy);
    var sparse =
        pruning.flatMap(
            result ->
                result
                    .retrained()
                    .map(MeasuredAccuracy::accuracy)
                    .or(() -> uncoded)
                    .or(() -> result.alone().map(alone -> alone.after().accuracy())));
    return new JobResult(
        job,
        last.network().name(),
        last.encoded().map(KeptModel::configuration).map(JobResult::coders).orElse(""),
        DONE,
        pruning.isPresent() ? dense(last) : uncoded,
        sparse,
        coding.map(BeforeAfter::after),
        last.encoded().map(KeptModel::measured),
        last.found().map(KeptFound::objective),
        Optional.empty());
  }

  private static JobResult compared(
      Job job, KeptMaterial last, ComparisonResult comparison, ComparedCoder row) {
    var pruned = last.pruning().isPresent();
    var uncoded = row.file().map(ComparedFile::before);
    return new JobResult(
        job,
        last.network().name(),
        row.coder(),
        switch (row.verdict()) {
          case REACHED -> DONE;
          case OUT_OF_REACH -> "out of reach";
          case FAILED -> "refused";
        },
        pruned ? dense(last) : uncoded,
        pruned ? uncoded : Optional.empty(),
        row.file().map(ComparedFile::after),
        row.file().map(ComparedFile::file),
        Optional.of(new Objective.LeastSize(comparison.budget())),
        Optional.empty());
  }

  private static Optional<Accuracy> dense(KeptMaterial last) {
    return last.pruning().flatMap(PruningResult::dense).map(MeasuredAccuracy::accuracy);
  }

  private static String coders(Configuration configuration) {
    return configuration.settings().keySet().stream()
        .map(layer -> configuration.codec(layer).id())
        .distinct()
        .collect(Collectors.joining("+"));
  }

  /** Percentage points lost by coding. */
  public Optional<Double> lossPoints() {
    var start = pruned.or(() -> before);
    return encoded.flatMap(after -> start.map(then -> after.accuracy().lossPointsFrom(then)));
  }

  /** Whether the objective is kept on the samples that are reported; empty without one. */
  public Optional<Boolean> kept() {
    return objective.flatMap(
        wanted ->
            switch (wanted) {
              case Objective.LeastSize(double loss) ->
                  lossPoints().map(points -> points <= loss + ROUNDING);
              case Objective.LeastLoss(long bytes) -> file.map(made -> made.fileBytes() <= bytes);
            });
  }

  /** Of whichever accuracy is known. */
  public Optional<Integer> samples() {
    return encoded
        .map(MeasuredAccuracy::accuracy)
        .or(() -> pruned)
        .or(() -> before)
        .map(Accuracy::samples);
  }
}
