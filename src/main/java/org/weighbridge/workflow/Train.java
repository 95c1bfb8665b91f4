package org.weighbridge.workflow;

import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.training.TrainingPlan;

/**
 * Trains a network, and prunes it while it learns where that is wanted; keeps what is best on the
 * validation samples. The dense network is the original from then on.
 *
 * @param plan of all stages
 * @param pruning what to prune in the stage of pruning; empty: nothing
 */
public record Train(TrainingPlan plan, Optional<PruningWish> pruning) implements Operator {
  @Override
  public String name() {
    return "train";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Training", 100);
    var data = material.needData("Training");
    var wanted = pruning.map(wish -> wish.in(material.network()));
    var trained = Learning.train(material.network(), plan, wanted, data, bench, progress.part(96));
    var dense = trained.dense().orElse(trained.network());
    var done =
        material
            .withNetwork(trained.network())
            .withOriginal(dense)
            .withTraining(name(), plan.seed(), trained.epochs());
    return wanted.isEmpty()
        ? done
        : done.withPruning(
            new PruningResult(
                List.of(),
                Optional.of(measured(dense, data, progress.part(2))),
                Optional.empty(),
                Optional.of(measured(trained.network(), data, progress.part(2)))));
  }

  private static MeasuredAccuracy measured(Network network, Data data, Progress progress) {
    try (var evaluator = data.evaluator(network, data.reporting())) {
      return MeasuredAccuracy.of(evaluator.baseline(progress));
    }
  }
}
