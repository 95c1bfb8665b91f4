package org.weighbridge.workflow;

import java.util.ArrayList;
import java.util.Optional;
import org.weighbridge.job.Progress;
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
    var wanted = pruning.map(wish -> wish.in(material.network()));
    var trained =
        Learning.train(
            material.network(), plan, wanted, material.needData("Training"), bench, progress);
    var epochs = new ArrayList<>(material.epochs());
    epochs.addAll(trained.epochs());
    return material
        .withNetwork(trained.network())
        .withOriginal(trained.dense().orElse(trained.network()))
        .withEpochs(epochs);
  }
}
