package org.weighbridge.workflow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Optimizer;
import org.weighbridge.training.Regularization;
import org.weighbridge.training.Stage;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;

/**
 * What somebody wants of a training; what is not said stays as the plan at hand has it.
 *
 * @param rates the first learning rate: none; one, to which the stages keep their proportion; or
 *     one for each of the three stages
 * @param courses of the rate: none, one for all stages, or one for each of the three
 * @param warmUp epochs in which the rate rises from 0, in the first stage that takes place
 * @param patience epochs without a better one after which a stage ends
 * @param regrow whether pruned weights may come back; false says nothing
 * @param frozenNormalization whether batch normalizations stay as they are; false says nothing
 */
public record TrainingWish(
    Optional<Long> seed,
    Optional<Integer> batch,
    Optional<Optimizer> optimizer,
    List<Double> rates,
    List<RateCourse> courses,
    Optional<Double> warmUp,
    Optional<Double> l1,
    Optional<Double> l2,
    Optional<Double> dropout,
    Optional<Integer> patience,
    boolean regrow,
    boolean frozenNormalization) {
  /**
   * What rates of gradient descent are divided by for Adam, whose steps do not shrink with the
   * gradient.
   */
  private static final double ADAMS_SHARE = 100;

  public TrainingWish {
    rates = List.copyOf(rates);
    courses = List.copyOf(courses);
  }

  /**
   * A plan with what is wished for in its place.
   *
   * @throws IllegalArgumentException when that is impossible
   */
  public TrainingPlan over(TrainingPlan given) {
    var plan = given;
    plan = seed.map(plan::withSeed).orElse(plan);
    plan = batch.map(plan::withBatch).orElse(plan);
    plan = patience.map(plan::withPatience).orElse(plan);
    plan = dropout.map(OptionalDouble::of).map(plan::withDropout).orElse(plan);
    plan =
        plan.withRegularization(
            new Regularization(
                l1.orElse(plan.regularization().l1()), l2.orElse(plan.regularization().l2())));
    plan = regrow ? plan.withRegrow(true) : plan;
    plan = frozenNormalization ? plan.withNormalize(false) : plan;
    plan = optimizer.map(plan::withOptimizer).orElse(plan);
    plan =
        plan.withDense(rated(given, Stage.DENSE))
            .withPruning(rated(given, Stage.PRUNING))
            .withRetraining(rated(given, Stage.RETRAINING));
    return warmUp.isPresent() ? warm(plan, warmUp.get()) : plan;
  }

  private StagePlan rated(TrainingPlan plan, Stage stage) {
    StagePlan own = plan.stage(stage);
    double rate = rate(plan, stage);
    return own.withRate(
        courses.isEmpty()
            ? own.rate().scaledTo(rate)
            : of(courses, stage).from(rate, own.epochs()));
  }

  private double rate(TrainingPlan plan, Stage stage) {
    if (rates.size() > 1) {
      return of(rates, stage);
    }
    double usual = plan.stage(first(plan)).rate().rate();
    double share = optimizer.filter(Optimizer.Adam.class::isInstance).isPresent() ? ADAMS_SHARE : 1;
    double factor = rates.isEmpty() ? 1 / share : rates.getFirst() / usual;
    return factor * plan.stage(stage).rate().rate();
  }

  private static <T> T of(List<T> values, Stage stage) {
    return values.size() == 1
        ? values.getFirst()
        : switch (stage) {
          case DENSE -> values.get(0);
          case PRUNING -> values.get(1);
          case RETRAINING -> values.get(2);
        };
  }

  /** The first stage that takes place. */
  public static Stage first(TrainingPlan plan) {
    for (Stage stage : Stage.values()) {
      if (plan.stage(stage).epochs() > 0) {
        return stage;
      }
    }
    return Stage.DENSE;
  }

  private static TrainingPlan warm(TrainingPlan plan, double length) {
    Stage first = first(plan);
    StagePlan own = plan.stage(first);
    StagePlan warmer = own.withRate(new LearningRate.WarmUp(length, own.rate()));
    return switch (first) {
      case DENSE -> plan.withDense(warmer);
      case PRUNING -> plan.withPruning(warmer);
      case RETRAINING -> plan.withRetraining(warmer);
    };
  }
}
