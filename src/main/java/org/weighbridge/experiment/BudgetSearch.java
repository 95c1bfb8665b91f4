package org.weighbridge.experiment;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.weighbridge.fault.Fault;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Choice;
import org.weighbridge.optimizer.LossModel;

/**
 * The smallest file within a budget of loss, in few joint measurements.
 *
 * <p>Every measurement corrects the predicted losses so that they add up to what was measured, and
 * the exact optimizer chooses again: it tightens those layers where that costs the fewest bytes, or
 * uses the slack where that saves the most. The upper end of the measured loss's interval has to
 * stay in the budget, because the budget is to hold on samples that nobody has seen.
 */
final class BudgetSearch {
  /** Joint measurements at most; three or four are usual. */
  private static final int TRIALS = 10;

  /** A measurement is worth while when it may save this fraction of the file. */
  static final double WORTHWHILE = 0.004;

  /** How often bounds are made smaller: by a factor of four each time. */
  private static final int LOWER = 4;

  /** Losses are not told apart below this, in percentage points. */
  private static final double NEAR = 0.005;

  private final Curves curves;
  private final JointTrials trials;
  private final double budget;
  private final int most;

  BudgetSearch(Curves curves, JointTrials trials, double budget) {
    this.curves = curves;
    this.trials = trials;
    this.budget = budget;
    this.most = trials.count() + TRIALS;
  }

  /**
   * The best trial.
   *
   * @throws Fault when no measured configuration is within the budget
   */
  Trial find() {
    var start = start();
    var margin = LossModel.learnt(start, start.predictedLoss().atMost());
    approach(budget, margin, Trial::lossAtMost);
    return kept().or(this::safest).orElseThrow(this::unreachable);
  }

  /** What the curves alone choose, drawn out to smaller bounds where they leave no choice. */
  private Choice start() {
    for (int i = 0; i < LOWER; i++) {
      if (leastLoss().predictedLossPoints() <= budget / 2 || !curves.lower()) {
        break;
      }
    }
    return curves.choose(known -> BoundOptimizer.leastSize(known, budget));
  }

  private Choice leastLoss() {
    return BoundOptimizer.leastLoss(curves.assessment(), Long.MAX_VALUE);
  }

  private Optional<Trial> kept() {
    return trials.all().stream()
        .filter(trial -> trial.keeps(budget))
        .min(Comparator.comparingLong(trial -> trial.choice().predictedBytes()));
  }

  /**
   * Where there are too few samples to be sure of the budget: nothing lost on these, or as little
   * as can be.
   */
  private Optional<Trial> safest() {
    if (trials.count() == 0) {
      trials.of(leastLoss());
    }
    approach(0, learnt(trials.all().getLast(), Trial::lossPoints), Trial::lossPoints);
    if (trials.all().stream().noneMatch(trial -> trial.meets(budget))) {
      trials.of(leastLoss());
    }
    return trials.all().stream()
        .filter(trial -> trial.meets(budget))
        .min(Comparator.comparingDouble(Trial::lossAtMost));
  }

  /**
   * Measures, learns and chooses again until that promises nothing more. Once a trial kept the
   * goal, the next ones start from the best that did, and go less far after every one that did not.
   */
  private void approach(double goal, LossModel start, ToDoubleFunction<Trial> loss) {
    var losses = start;
    double target = goal;
    Optional<Trial> best = Optional.empty();
    while (trials.count() < most) {
      var choice = choose(target, losses);
      if (choice.isEmpty() || !promising(choice.get(), best)) {
        return;
      }
      boolean again = trials.contains(choice.get());
      var trial = trials.of(choice.get());
      double over = loss.applyAsDouble(trial) - goal;
      if (over <= Trial.ROUNDING) {
        best = Optional.of(trial);
        losses = learnt(trial, loss);
        target = goal;
      } else if (best.isPresent()) {
        double kept = loss.applyAsDouble(best.get());
        if (target - kept < NEAR) {
          return;
        }
        losses = learnt(best.get(), loss);
        target = (target + kept) / 2;
      } else if (again) {
        target -= Math.max(over, NEAR);
      } else {
        losses = learnt(trial, loss);
      }
    }
  }

  private Optional<Choice> choose(double target, LossModel losses) {
    try {
      return Optional.of(curves.choose(known -> BoundOptimizer.leastSize(known, target, losses)));
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

  private static LossModel learnt(Trial trial, ToDoubleFunction<Trial> loss) {
    return LossModel.learnt(trial.choice(), loss.applyAsDouble(trial));
  }

  private Fault unreachable() {
    return new Fault(
        String.format(
            Locale.ROOT,
            "No configuration kept the loss within %.2f points when all layers were reconstructed"
                + " together (the least was %.2f); raise the budget or assess smaller bounds.",
            budget,
            trials.all().stream().mapToDouble(Trial::lossPoints).min().orElseThrow()));
  }
}
