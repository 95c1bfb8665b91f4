package org.weighbridge.recipe.run;

import java.util.Optional;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.experiment.MeasuredFile;
import org.weighbridge.experiment.Objective;
import org.weighbridge.recipe.Job;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.workflow.PruningResult;

/**
 * What came of a job. Accuracies are on the samples that are reported.
 *
 * @param network its name; empty when the model cannot be read
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
    Optional<MeasuredAccuracy> before,
    Optional<MeasuredAccuracy> pruned,
    Optional<MeasuredAccuracy> encoded,
    Optional<MeasuredFile> file,
    Optional<Objective> objective,
    Optional<String> failure) {
  private static final double ROUNDING = 1e-9;

  static JobResult failed(Job job, String network, String sentence) {
    return new JobResult(
        job,
        network,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sentence));
  }

  static JobResult done(Job job, KeptMaterial last) {
    Optional<BeforeAfter> coding = last.accuracy();
    Optional<PruningResult> pruning = last.pruning();
    var dense = pruning.flatMap(PruningResult::alone).map(BeforeAfter::before);
    var sparse =
        pruning.flatMap(
            result ->
                result
                    .retrained()
                    .or(() -> coding.map(BeforeAfter::before))
                    .or(() -> result.alone().map(BeforeAfter::after)));
    return new JobResult(
        job,
        last.network().name(),
        pruning.isPresent() ? dense : coding.map(BeforeAfter::before),
        sparse,
        coding.map(BeforeAfter::after),
        last.encoded().map(KeptModel::measured),
        last.found().map(KeptFound::objective),
        Optional.empty());
  }

  /** Percentage points lost by coding. */
  public Optional<Double> lossPoints() {
    var start = pruned.or(() -> before);
    return encoded.flatMap(
        after -> start.map(then -> after.accuracy().lossPointsFrom(then.accuracy())));
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
    return encoded.or(() -> pruned).or(() -> before).map(known -> known.accuracy().samples());
  }
}
