package org.weighbridge.cli.options;

import java.util.Optional;
import org.weighbridge.training.PruningSchedule;
import org.weighbridge.training.TrainingPlan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether and how to retrain what pruning leaves. */
public final class RetrainOptions {
  @Option(
      names = "--retrain",
      paramLabel = "EPOCHS",
      arity = "0..1",
      fallbackValue = "4",
      order = 35,
      description =
          "Retrain what is left with fixed masks, on the training split, and keep what is best on the"
              + " validation split (default 4 epochs).")
  private Optional<Integer> epochs;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      order = 36,
      description = "Prune a little and retrain, N times, each with as many epochs.")
  private Optional<Integer> iterations;

  @Option(
      names = "--gradual",
      order = 37,
      description = "Prune a little every few steps, for as many epochs as are retrained.")
  private boolean gradual;

  @Mixin private TrainingOptions training;

  /** Whether retraining is wanted. */
  public boolean wanted() {
    return epochs.isPresent() || iterations.isPresent() || gradual || training.resume().isPresent();
  }

  /** How to learn. */
  public TrainingOptions training() {
    return training;
  }

  /**
   * The plan that the options say.
   *
   * @throws IllegalArgumentException when it is impossible
   */
  public TrainingPlan plan() {
    TrainingPlan usual = TrainingPlan.fineTuning();
    int each = epochs.orElse(usual.retraining().epochs());
    int rounds = iterations.orElse(1);
    if (gradual && iterations.isPresent()) {
      throw new IllegalArgumentException("--gradual and --iterations are two schedules, take one");
    }
    TrainingPlan plan =
        gradual
            ? usual.withSchedule(PruningSchedule.GRADUAL).withEpochs(0, each, each)
            : usual
                .withSchedule(new PruningSchedule(rounds))
                .withEpochs(0, rounds == 1 ? 0 : rounds * each, each);
    return training.over(plan);
  }
}
