package org.weighbridge.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.optimizer.BoundOptimizer;

/** Finds what each coder, and a mixture of them, offers under the budget of a comparison. */
final class CandidateSearch {
  private final ComparisonPlan plan;
  private final ChoiceSamples samples;
  private final PointStore store;

  CandidateSearch(ComparisonPlan plan, ChoiceSamples samples, PointStore store) {
    this.plan = plan;
    this.samples = samples;
    this.store = store;
  }

  /**
   * As a search for this coder alone finds it; where none of its settings keeps the budget, the
   * configuration that loses least.
   *
   * @throws Fault when the coder refuses the network
   */
  Candidate of(String coder, PointListener points, Progress progress) {
    var coding = plan.coding().withCodec(coder);
    var encoder = new ModelEncoder();
    var search =
        new ConfigurationSearch(
            plan.network(),
            samples.evaluator(),
            coding,
            encoder,
            samples.known(store, coding, progress),
            trial -> {});
    var assessment = search.assess(plan.layers(), plan.tests(), points, progress.part(55));
    try {
      var budget = new Objective.LeastSize(plan.budget());
      var found = search.choose(assessment, budget, points, progress.part(25));
      return new Candidate(found.assessment(), found.best(), true, encoder);
    } catch (Fault unreachable) { // or failing, which whatever is tried next will say again
      var trials = trials(coding, encoder, progress.part(25));
      return new Candidate(assessment, leastLoss(assessment, trials), false, encoder);
    }
  }

  /**
   * Another trial in place of the one that is known, where it is smaller and as safe: where there
   * are too few samples to be sure of a budget, a search ends at the safest, not at the smallest.
   */
  private Optional<Trial> better(Optional<Trial> known, Optional<Trial> other) {
    if (known.isEmpty()) {
      return other;
    }
    double allowed = Math.max(plan.budget() + Trial.ROUNDING, known.get().lossAtMost());
    return other
        .filter(Trial::codesAnything)
        .filter(trial -> trial.lossAtMost() <= allowed)
        .filter(trial -> bytes(trial) < bytes(known.get()))
        .or(() -> known);
  }

  private static long bytes(Trial trial) {
    return trial.choice().predictedBytes();
  }

  private static Trial leastLoss(Assessment curves, JointTrials trials) {
    return trials.of(BoundOptimizer.leastLoss(curves, Long.MAX_VALUE));
  }

  /**
   * Each layer by whichever coder serves it best, measured jointly like any other choice.
   *
   * @param found what the coders offered by themselves
   * @throws Fault when there are none, or no mixture keeps the budget
   */
  Candidate mixed(List<Candidate> found, Progress progress) {
    if (found.isEmpty()) {
      throw new Fault("No coder is left to be mixed.");
    }
    var coding = plan.coding().withCodec(Coding.DEFAULT.codec());
    var encoder = new ModelEncoder();
    var trials = trials(coding, encoder, progress.part(60));
    var single = smallest(found);
    single.ifPresent(trials::know);
    var curves = found.stream().map(Candidate::assessment).toList();
    var best =
        better(single, combined(curves, trials))
            .orElseThrow(
                () -> new Fault("No mixture of these coders keeps the loss within the budget."));
    return new Candidate(CombinedPoints.of(curves), best, true, encoder);
  }

  /** Of those that are sure of the budget; where none is, of those that keep it. */
  private Optional<Trial> smallest(List<Candidate> found) {
    return found.stream()
        .filter(Candidate::reached)
        .map(Candidate::best)
        .min(
            Comparator.comparing((Trial best) -> !best.keeps(plan.budget()))
                .thenComparingLong(CandidateSearch::bytes));
  }

  /** No refinement: what was assessed of each coder is near its own choice already. */
  private Optional<Trial> combined(List<Assessment> curves, JointTrials trials) {
    var points = new Curves.Fixed(CombinedPoints.of(curves));
    try {
      return Optional.of(new BudgetSearch(points, trials, plan.budget()).find());
    } catch (Fault unreachable) {
      return Optional.empty();
    }
  }

  private JointTrials trials(Coding coding, ModelEncoder encoder, Progress progress) {
    return new JointTrials(
        plan.network(), samples.evaluator(), coding, encoder, trial -> {}, progress);
  }
}
