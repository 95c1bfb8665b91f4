package org.weighbridge.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.training.Optimizer;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.workflow.RateCourse;
import org.weighbridge.workflow.TrainingWish;
import picocli.CommandLine.Option;

/** How to learn, for all verbs that train; what is not said stays as the plan at hand has it. */
public final class TrainingOptions {
  /** How a step is made of a gradient. */
  enum Kind {
    SGD,
    NESTEROV,
    ADAM
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 40,
      description = "Decides first weights, order of the samples and dropout (default 1).")
  private Optional<Long> seed;

  @Option(
      names = "--batch",
      paramLabel = "N",
      order = 41,
      description = "Samples per step (default 100).")
  private Optional<Integer> batch;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      order = 42,
      description = "sgd (with momentum 0.9; default), nesterov, adam.")
  private Optional<Kind> optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      order = 43,
      description = "The first rate; other stages keep their proportion to it.")
  private Optional<Double> learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      order = 44,
      description =
          "The rate's course in every stage: cosine (to 0), constant, steps (to a tenth, twice).")
  private Optional<RateCourse.Kind> schedule;

  @Option(
      names = "--warm-up",
      paramLabel = "EPOCHS",
      order = 45,
      description = "Let the rate rise from 0 at the begin of the first stage.")
  private Optional<Double> warmUp;

  @Option(
      names = "--l1",
      paramLabel = "X",
      order = 46,
      description = "Pull of the same strength towards zero on every weight.")
  private Optional<Double> l1;

  @Option(names = "--l2", paramLabel = "X", order = 47, description = "Weight decay.")
  private Optional<Double> l2;

  @Option(
      names = "--dropout",
      paramLabel = "X",
      order = 48,
      description =
          "Leave out this fraction of the units in front of fully connected layers, less where they"
              + " are pruned.")
  private Optional<Double> dropout;

  @Option(
      names = "--early-stop",
      paramLabel = "N",
      order = 49,
      description = "End a stage after N epochs without a better validation accuracy.")
  private Optional<Integer> patience;

  @Option(
      names = "--regrow",
      order = 50,
      description = "Let pruned weights learn on and come back while the density falls.")
  private boolean regrow;

  @Option(
      names = "--freeze-normalization",
      order = 51,
      description = "Keep the statistics of batch normalizations as they are.")
  private boolean frozen;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      order = 52,
      description = "Keep the state here after every epoch and on Ctrl-C (.wbtrain).")
  private Optional<Path> checkpoint;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      order = 53,
      description =
          "Go on from a checkpoint with its own plan; give data and densities as before. The result"
              + " has the same bits as without the interruption.")
  private Optional<Path> resume;

  /** The checkpoint to go on from. */
  public Optional<Path> resume() {
    return resume;
  }

  /** Where checkpoints go: as said, else to the one that the training goes on from. */
  public Optional<Path> checkpoint() {
    return checkpoint.or(() -> resume);
  }

  /**
   * A plan with what the options say in its place.
   *
   * @throws IllegalArgumentException when they say something impossible
   */
  public TrainingPlan over(TrainingPlan given) {
    return new TrainingWish(
            seed,
            batch,
            optimizer.map(TrainingOptions::optimizer),
            learningRate.stream().toList(),
            schedule.map(RateCourse::of).stream().toList(),
            warmUp,
            l1,
            l2,
            dropout,
            patience,
            regrow,
            frozen)
        .over(given);
  }

  private static Optimizer optimizer(Kind kind) {
    return switch (kind) {
      case SGD -> new Optimizer.Sgd(0.9, false);
      case NESTEROV -> new Optimizer.Sgd(0.9, true);
      case ADAM -> Optimizer.Adam.usual();
    };
  }
}
