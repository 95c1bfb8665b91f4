package org.weighbridge.workflow;

import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.training.TrainingPlan;

/**
 * Trains what pruning left: weights that are zero stay zero.
 *
 * @param plan its stage of retraining counts, the others are left out
 */
public record Retrain(TrainingPlan plan) implements Operator {
  public Retrain {
    plan = plan.withEpochs(0, 0, plan.retraining().epochs()).withKeepZeros(true);
  }

  /** The plan of fine tuning for so many epochs. */
  public static Retrain epochs(int epochs) {
    return new Retrain(TrainingPlan.fineTuning().withEpochs(0, 0, epochs));
  }

  @Override
  public String name() {
    return "retrain";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Retraining", 100);
    Data data = material.needData("Retraining");
    var trained =
        Learning.train(material.network(), plan, Optional.empty(), data, bench, progress.part(95));
    var result = material.pruning();
    try (var evaluator = data.evaluator(trained.network(), data.reporting())) {
      var after = MeasuredAccuracy.of(evaluator.baseline(progress.part(5)));
      return material
          .withNetwork(trained.network())
          .withTraining(name(), plan.seed(), trained.epochs())
          .withPruning(
              new PruningResult(
                  result.map(PruningResult::dead).orElse(List.of()),
                  result.flatMap(PruningResult::dense),
                  result.flatMap(PruningResult::alone),
                  Optional.of(after)));
    }
  }
}
