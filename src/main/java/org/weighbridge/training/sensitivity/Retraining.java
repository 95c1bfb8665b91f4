package org.weighbridge.training.sensitivity;

import java.util.Optional;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Pruner;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingListener;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * Measures networks as they are and after training. All numbers come by the way that training
 * evaluates, with retraining or without, so that they compare.
 *
 * @param test what is measured; nothing is chosen by it
 */
record Retraining(LabelledSamples training, LabelledSamples validation, LabelledSamples test) {
  BatchLoss measure(Network network, TrainingPlan plan, Progress progress) {
    try (var gradients = Trainer.open(network, plan)) {
      return gradients.evaluate(test, gradients.start(), progress);
    }
  }

  /** The network trained as a plan says. */
  Network train(Network network, TrainingPlan plan, Optional<Pruner> pruner, Progress progress) {
    return Trainer.train(
            network,
            plan,
            pruner,
            training,
            validation,
            Optional.empty(),
            progress,
            TrainingListener.none())
        .network();
  }
}
