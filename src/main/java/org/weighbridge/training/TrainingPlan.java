package org.weighbridge.training;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.weighbridge.network.LayerId;
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
 * @param frozen layers whose weights stay as they are; their biases learn
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
    int patience,
    Set<LayerId> frozen) {
  public TrainingPlan {
    if (batch < 1 || patience < 0) {
      throw new IllegalArgumentException("batches of " + batch + ", patience of " + patience);
    }
    frozen = Set.copyOf(frozen);
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
        0,
        Set.of());
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
    return changed(change -> change.seed = other);
  }

  public TrainingPlan withBatch(int other) {
    return changed(change -> change.batch = other);
  }

  public TrainingPlan withDense(StagePlan other) {
    return changed(change -> change.dense = other);
  }

  public TrainingPlan withPruning(StagePlan other) {
    return changed(change -> change.pruning = other);
  }

  public TrainingPlan withRetraining(StagePlan other) {
    return changed(change -> change.retraining = other);
  }

  public TrainingPlan withSchedule(PruningSchedule other) {
    return changed(change -> change.schedule = other);
  }

  public TrainingPlan withRegrow(boolean other) {
    return changed(change -> change.regrow = other);
  }

  public TrainingPlan withKeepZeros(boolean other) {
    return changed(change -> change.keepZeros = other);
  }

  public TrainingPlan withOptimizer(Optimizer other) {
    return changed(change -> change.optimizer = other);
  }

  public TrainingPlan withRegularization(Regularization other) {
    return changed(change -> change.regularization = other);
  }

  public TrainingPlan withDropout(OptionalDouble other) {
    return changed(change -> change.dropout = other);
  }

  public TrainingPlan withNormalize(boolean other) {
    return changed(change -> change.normalize = other);
  }

  public TrainingPlan withPatience(int other) {
    return changed(change -> change.patience = other);
  }

  public TrainingPlan withFrozen(Set<LayerId> other) {
    return changed(change -> change.frozen = other);
  }

  private TrainingPlan changed(Consumer<Change> edit) {
    var change = new Change(this);
    edit.accept(change);
    return change.plan();
  }

  /** A plan between two plans. */
  private static final class Change {
    private long seed;
    private int batch;
    private StagePlan dense;
    private StagePlan pruning;
    private StagePlan retraining;
    private PruningSchedule schedule;
    private boolean regrow;
    private boolean keepZeros;
    private Optimizer optimizer;
    private Regularization regularization;
    private OptionalDouble dropout;
    private boolean normalize;
    private int patience;
    private Set<LayerId> frozen;

    Change(TrainingPlan plan) {
      seed = plan.seed;
      batch = plan.batch;
      dense = plan.dense;
      pruning = plan.pruning;
      retraining = plan.retraining;
      schedule = plan.schedule;
      regrow = plan.regrow;
      keepZeros = plan.keepZeros;
      optimizer = plan.optimizer;
      regularization = plan.regularization;
      dropout = plan.dropout;
      normalize = plan.normalize;
      patience = plan.patience;
      frozen = plan.frozen;
    }

    TrainingPlan plan() {
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
          patience,
          frozen);
    }
  }
}
