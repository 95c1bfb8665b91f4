package org.weighbridge.training;

import java.util.OptionalDouble;
import org.weighbridge.training.LearningRate.Constant;
import org.weighbridge.training.LearningRate.Cosine;

/**
 * How to train and prune.
 *
 * @param seed of the order of the samples and of dropout
 * @param batch samples per step, at least 1
 * @param dense first, with all weights
 * @param pruning then, while the density falls
 * @param retraining last, with fixed masks
 * @param schedule when the density falls
 * @param regrow whether weights that were pruned keep learning unseen and may come back while the
 *     density falls (Guo et al., <a href="https://arxiv.org/abs/1608.04493">Dynamic Network Surgery
 *     for Efficient DNNs</a>, 2016); else masks only shrink
 * @param keepZeros whether weights that are zero to begin with stay zero: retraining of a network
 *     that is pruned already
 * @param optimizer how gradients move parameters
 * @param regularization what pulls weights towards zero
 * @param dropout the fraction of units to leave out at every place of a dense network; empty: what
 *     the graph says. Pruned layers leave out less, by the root of their density (Han et al., 2015)
 * @param normalize whether batch normalizations use and learn the statistics of the batches; else
 *     they stay as they are
 * @param patience after how many epochs without a better one a dense or retraining stage ends
 *     early; 0: never
 */
public record TrainingPlan(
    long seed,
    int batch,
    StagePlan dense,
    StagePlan pruning,
    StagePlan retraining,
    PruningSchedule schedule,
    boolean regrow,
    boolean keepZeros,
    Optimizer optimizer,
    Regularization regularization,
    OptionalDouble dropout,
    boolean normalize,
    int patience) {
  public TrainingPlan {
    if (batch < 1 || patience < 0) {
      throw new IllegalArgumentException("batches of " + batch + ", patience of " + patience);
    }
    dropout.ifPresent(
        ratio -> {
          if (!(ratio >= 0 && ratio < 1)) {
            throw new IllegalArgumentException("dropout " + ratio + " is not from 0 to below 1");
          }
        });
  }

  /** Training from scratch, gradual pruning, retraining. */
  public static TrainingPlan usual(long seed) {
    return new TrainingPlan(
        seed,
        100,
        new StagePlan(12, new Cosine(0.1)),
        new StagePlan(10, new Constant(0.05)),
        new StagePlan(14, new Cosine(0.05)),
        PruningSchedule.GRADUAL,
        false,
        false,
        new Optimizer.Sgd(0.9, false),
        new Regularization(0, 3e-4),
        OptionalDouble.empty(),
        true,
        0);
  }

  /** Retraining of a network that has learnt before: small steps from its weights on. */
  public static TrainingPlan fineTuning() {
    return usual(1)
        .withDense(new StagePlan(2, new Cosine(0.01)))
        .withPruning(new StagePlan(4, new Constant(0.01)))
        .withRetraining(new StagePlan(4, new Cosine(0.01)))
        .withRegularization(new Regularization(0, 1e-4));
  }

  /** The same with stages of other lengths. */
  public TrainingPlan withEpochs(int first, int second, int third) {
    return withDense(dense.withEpochs(first))
        .withPruning(pruning.withEpochs(second))
        .withRetraining(retraining.withEpochs(third));
  }

  /** The plan of a stage. */
  public StagePlan stage(Stage stage) {
    return switch (stage) {
      case DENSE -> dense;
      case PRUNING -> pruning;
      case RETRAINING -> retraining;
    };
  }

  /** How many epochs there are at most. */
  public int epochs() {
    return dense.epochs() + pruning.epochs() + retraining.epochs();
  }

  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(
        other,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withBatch(int other) {
    return new TrainingPlan(
        seed,
        other,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withDense(StagePlan other) {
    return new TrainingPlan(
        seed,
        batch,
        other,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withPruning(StagePlan other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        other,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withRetraining(StagePlan other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        other,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withSchedule(PruningSchedule other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        other,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withRegrow(boolean other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        other,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withKeepZeros(boolean other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        other,
        optimizer,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withOptimizer(Optimizer other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        other,
        regularization,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withRegularization(Regularization other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        other,
        dropout,
        normalize,
        patience);
  }

  public TrainingPlan withDropout(OptionalDouble other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        other,
        normalize,
        patience);
  }

  public TrainingPlan withNormalize(boolean other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        other,
        patience);
  }

  public TrainingPlan withPatience(int other) {
    return new TrainingPlan(
        seed,
        batch,
        dense,
        pruning,
        retraining,
        schedule,
        regrow,
        keepZeros,
        optimizer,
        regularization,
        dropout,
        normalize,
        other);
  }
}
