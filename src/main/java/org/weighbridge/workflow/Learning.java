package org.weighbridge.workflow;

import java.util.Optional;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Pruning;
import org.weighbridge.training.Trained;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.GradientGraphs;

/** A training on a material's data: learns from the training part, chooses by the validation. */
final class Learning {
  private Learning() {}

  static Trained train(
      Network start,
      TrainingPlan plan,
      Optional<Pruning> pruning,
      Data data,
      Workbench bench,
      Progress progress) {
    GradientGraphs.obstacle(start)
        .ifPresent(
            sentence -> {
              throw new Fault(sentence);
            });
    return Trainer.train(
        start,
        plan,
        pruning.map(what -> what),
        data.learning(Split.TRAINING),
        data.learning(Split.VALIDATION),
        bench.resume(),
        progress,
        bench.listener());
  }
}
