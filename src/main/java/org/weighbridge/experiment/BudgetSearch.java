package org.weighbridge.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.fault.Fault;
import org.weighbridge.optimizer.Belief;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Choice;

/**
 * The smallest file within a budget of loss, in few joint measurements.
 *
 * <p>Every measurement corrects the predicted losses so that they add up to what was measured, and
 * the exact optimizer chooses again: it tightens those layers where that costs the fewest bytes, or
 * uses the slack where that saves the most. The upper end of the measured loss's interval has to
 * stay in the budget, because the budget is to hold on samples that nobody has seen.
 */
final class BudgetSearch {
  /** Joint measurements at most. */
  private static final int TRIALS = 24;

  /** Of one approach; three or four are usual. */
  private static final int APPROACH = 10;

  /**
   * Where further approaches start, as factors of the budget: losses that were measured one layer
   * at a time may predict too much, and what lies beyond is not found step by step from a choice
   * that chance was hard on.
   */
  private static final double[] WIDER = {1.5, 2};

  /** A measurement is worth while when it may save this fraction of the file. */
  static final double WORTHWHILE = 0.004;

  /** How often bounds are made smaller: by a factor of four each time. */
  private static final int LOWER = 4;

  /** Losses are not told apart below this, in percentage points. */
  private static final double NEAR = 0.005;

  private final Curves curves;
  private final JointTrials trials;
  private final double budget;

  BudgetSearch(Curves curves, JointTrials trials, double budget) {
    this.curves = curves;
    this.trials = trials;
    this.budget = budget;
  }

  /**
   * The best trial.
   *
   * @throws Fault when no measured configuration is within the budget
   */
  Trial find() {
    start();
    int most = trials.count() + TRIALS;
    approach(new Sure(budget), budget, Belief.additive(), this::orLeftAlone, most);
    for (double factor : WIDER) {
      approach(new Sure(budget), factor * budget, Belief.additive(), this::coded, most);
    }
    return kept().or(this::safest).orElseThrow(this::unreachable);
  }

  /** Draws curves out to smaller bounds where they leave no choice, and refuses what is beyond. */
  private void start() {
    for (int i = 0; i < LOWER; i++) {
      if (leastLoss().predictedLossPoints() <= budget / 2 || !curves.lower()) {
        break;
      }
    }
    BoundOptimizer.leastSize(orLeftAlone(curves.assessment()), budget);
  }

  private Assessment coded(Assessment coded) {
    return coded;
  }

  private Assessment orLeftAlone(Assessment coded) {
    return CombinedPoints.orLeftAlone(trials.network(), coded);
  }

  private Choice leastLoss() {
    return BoundOptimizer.leastLoss(curves.assessment(), Long.MAX_VALUE);
  }

  private Optional<Trial> kept() {
    return coding()
        .filter(trial -> trial.keeps(budget))
        .min(Comparator.comparingLong(trial -> trial.choice().predictedBytes()));
  }

  /**
   * Where there are too few samples to be sure of the budget: nothing lost on these, or as little
   * as can be.
   */
  private Optional<Trial> safest() {
    if (coding().findAny().isEmpty()) {
      trials.of(leastLoss());
    }
    int most = trials.count() + APPROACH;
    for (UnaryOperator<Assessment> offer :
        List.<UnaryOperator<Assessment>>of(this::coded, this::orLeftAlone)) {
      var belief = new Likely().learnt(trials.all().getLast());
      approach(new Likely(), 0, belief, offer, most);
      if (coding().noneMatch(trial -> trial.meets(budget))) {
        trials.of(leastLoss());
      }
      if (coding().anyMatch(trial -> trial.meets(budget))) {
        break;
      }
    }
    return coding()
        .filter(trial -> trial.meets(budget))
        .min(Comparator.comparingDouble(Trial::lossAtMost));
  }

  private Stream<Trial> coding() {
    return trials.all().stream().filter(Trial::codesAnything);
  }

  /**
   * Measures, learns and chooses again until that promises nothing more. Once a trial kept the
   * goal, the next ones start from the best that did, and go less far after every one that did not.
   *
   * @param start the loss that is aimed at first
   * @param offer makes of the curves what may be chosen
   * @param most how many joint measurements there may be when this ends
   */
  private void approach(
      Goal goal, double start, Belief first, UnaryOperator<Assessment> offer, int most) {
    int last = Math.min(most, trials.count() + APPROACH);
    var belief = first;
    double target = start;
    Optional<Trial> best = Optional.empty();
    while (trials.count() < last) {
      var choice = choose(target, belief, offer);
      if (choice.isEmpty() || !promising(choice.get(), smallest(goal))) {
        return;
      }
      boolean again = trials.contains(choice.get());
      var trial = trials.of(choice.get());
      double over = goal.over(trial);
      if (over <= Trial.ROUNDING) {
        best = Optional.of(trial);
        belief = goal.learnt(trial);
        target = goal.points();
      } else if (best.isPresent()) {
        double kept = goal.points() + goal.over(best.get());
        if (target - kept < NEAR) {
          return;
        }
        belief = goal.learnt(best.get());
        target = (target + kept) / 2;
      } else if (again && target <= goal.points()) {
        target -= Math.max(over, NEAR);
      } else {
        belief = goal.learnt(trial);
        target = goal.points();
      }
    }
  }

  /** The smallest trial so far that keeps a goal. */
  private Optional<Trial> smallest(Goal goal) {
    return trials.all().stream()
        .filter(trial -> goal.over(trial) <= Trial.ROUNDING)
        .min(Comparator.comparingLong(trial -> trial.choice().predictedBytes()));
  }

  /** What an approach is after. */
  private sealed interface Goal {
    /** The loss to stay within, percentage points. */
    double points();

    /** By how much a trial loses more. */
    double over(Trial trial);

    Belief learnt(Trial trial);
  }

  /** The budget, on samples that nobody has seen. */
  private record Sure(double points) implements Goal {
    @Override
    public double over(Trial trial) {
      return trial.lossAtMost() - points;
    }

    @Override
    public Belief learnt(Trial trial) {
      return Belief.surely(trial.choice(), trial.measured().loss());
    }
  }

  /** No loss on the measured samples, whatever chance did there. */
  private record Likely() implements Goal {
    @Override
    public double points() {
      return 0;
    }

    @Override
    public double over(Trial trial) {
      return trial.lossPoints();
    }

    @Override
    public Belief learnt(Trial trial) {
      return Belief.likely(trial.choice(), trial.measured().loss());
    }
  }

  private Optional<Choice> choose(double target, Belief belief, UnaryOperator<Assessment> offer) {
    try {
      return Optional.of(curves.choose(known -> belief.leastSize(offer.apply(known), target)));
    } catch (Fault unreachable) {
      return Optional.empty();
    }
  }

  /**
   * A trial of another search may have the very points of a choice and another size for all that
   * lies beside the layers: that is no better choice.
   */
  private static boolean promising(Choice choice, Optional<Trial> best) {
    if (best.isEmpty()) {
      return true;
    }
    var known = best.get().choice();
    return !choice.points().equals(known.points())
        && choice.predictedBytes() < (1 - WORTHWHILE) * known.predictedBytes();
  }

  private Fault unreachable() {
    return new Fault(
        String.format(
            Locale.ROOT,
            "No configuration kept the loss within %.2f points when all layers were reconstructed"
                + " together (the least was %.2f); raise the budget or assess smaller bounds.",
            budget,
            coding().mapToDouble(Trial::lossPoints).min().orElseThrow()));
  }
}
