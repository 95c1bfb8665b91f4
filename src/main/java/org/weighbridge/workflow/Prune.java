package org.weighbridge.workflow;

import java.util.Optional;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.training.TrainingPlan;

/**
 * Sets small weights to zero: DeepSZ's first step. With a plan, little by little while the network
 * learns and with fixed masks afterwards.
 *
 * @param what to prune
 * @param dead what becomes of neurons that are cut off
 * @param training how to learn while and after pruning; empty: not at all
 */
public record Prune(PruningWish what, DeadNeuronsChoice dead, Optional<TrainingPlan> training)
    implements Operator {
  /** All at once, without retraining. */
  public static Prune of(PruningWish what) {
    return new Prune(what, DeadNeuronsChoice.KEEP, Optional.empty());
  }

  /** The same with retraining. */
  public Prune retraining(TrainingPlan plan) {
    return new Prune(what, dead, Optional.of(plan));
  }

  @Override
  public String name() {
    return "prune";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Pruning", 100);
    Network network = material.network();
    Pruning pruning = what.in(network);
    progress.check();
    Network pruned = pruning.apply(network);
    progress.check();
    Optional<BeforeAfter> alone =
        material.data().map(data -> measured(network, pruned, data, progress.part(4)));
    return training
        .map(plan -> retrained(material, pruning, plan, alone, bench, progress))
        .orElseGet(() -> with(material, dead.clean(pruned), alone, Optional.empty()));
  }

  private Material retrained(
      Material material,
      Pruning pruning,
      TrainingPlan plan,
      Optional<BeforeAfter> alone,
      Workbench bench,
      Progress progress) {
    Data data = material.needData("Retraining");
    var trained =
        Learning.train(
            material.network(), plan, Optional.of(pruning), data, bench, progress.part(92));
    Cleaned cleaned = dead.clean(trained.network());
    try (var evaluator = data.evaluator(cleaned.network(), data.reporting())) {
      var after = MeasuredAccuracy.of(evaluator.baseline(progress.part(4)));
      return with(material, cleaned, alone, Optional.of(after))
          .withTraining(name(), plan.seed(), trained.epochs());
    }
  }

  private static Material with(
      Material material,
      Cleaned cleaned,
      Optional<BeforeAfter> alone,
      Optional<MeasuredAccuracy> retrained) {
    return material
        .withNetwork(cleaned.network())
        .withPruning(
            new PruningResult(cleaned.layers(), alone.map(BeforeAfter::before), alone, retrained));
  }

  private static BeforeAfter measured(
      Network network, Network pruned, Data data, Progress progress) {
    try (var evaluator = data.evaluator(network, data.reporting())) {
      return BeforeAfter.measure(evaluator, pruned, progress);
    }
  }
}
