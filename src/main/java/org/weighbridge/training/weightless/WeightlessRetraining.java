package org.weighbridge.training.weightless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;
import org.weighbridge.training.Stage;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingListener;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * Codes a layer, freezes it with its errors, retrains what is not coded yet, and goes on with the
 * next layer (Reagen et al., Weightless: Lossy Weight Encoding For Deep Neural Network Compression,
 * ICML 2018).
 *
 * <p>A layer is coded once, so that its false positives are never taken for weights to be coded
 * again. Pruned weights of layers to come stay zero; biases learn until the end. Retraining that
 * makes the validation samples worse is taken back.
 */
public final class WeightlessRetraining {
  private final LayerCoder coder;
  private final TrainingPlan plan;
  private final LabelledSamples training;
  private final LabelledSamples validation;

  private Network now;
  private final Map<LayerId, Tensor> uncoded = new HashMap<>();
  private final List<Absorbed> layers = new ArrayList<>();

  private WeightlessRetraining(
      Network start,
      LayerCoder coder,
      TrainingPlan plan,
      LabelledSamples training,
      LabelledSamples validation) {
    now = start;
    this.coder = coder;
    this.plan =
        plan.withDense(new StagePlan(0, plan.dense().rate()))
            .withPruning(new StagePlan(0, plan.pruning().rate()))
            .withKeepZeros(true);
    this.training = training;
    this.validation = validation;
  }

  /**
   * Makes a network that is good after it was coded.
   *
   * @param order the layers to code, first to last; the others learn until the end
   * @param plan of which the stage of retraining follows each layer
   * @param validation what the best epoch, or none, is chosen by
   * @param listener hears of every layer
   * @throws org.weighbridge.fault.Fault when the network cannot be differentiated, or a layer not
   *     coded
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static WeightlessNetwork retrain(
      Network start,
      List<LayerId> order,
      LayerCoder coder,
      TrainingPlan plan,
      LabelledSamples training,
      LabelledSamples validation,
      Progress progress,
      Consumer<Absorbed> listener) {
    var work = new WeightlessRetraining(start, coder, plan, training, validation);
    progress.begin("Coding and retraining " + start.name(), 10L * order.size());
    for (LayerId layer : order) {
      work.code(layer, progress.part(1));
      listener.accept(work.retrain(layer, progress.part(9)));
    }
    return work.done();
  }

  private void code(LayerId layer, Progress progress) {
    uncoded.put(layer, now.layer(layer).orElseThrow().weights());
    now = now.withWeights(Map.of(layer, coder.coded(now, layer, progress)));
  }

  private Absorbed retrain(LayerId layer, Progress progress) {
    TrainingPlan rest = plan.withFrozen(uncoded.keySet());
    try (var gradients = Trainer.open(now, rest)) {
      progress.begin("Retraining", 10);
      BatchLoss coded = gradients.evaluate(validation, gradients.start(), progress.part(1));
      var trained =
          Trainer.train(
              now,
              gradients,
              rest,
              Optional.empty(),
              training,
              validation,
              Optional.empty(),
              progress.part(9),
              TrainingListener.none());
      var best = trained.state().best().get(Stage.RETRAINING);
      BatchLoss absorbedTo = coded;
      if (best != null && best.validation().betterThan(coded)) {
        now = trained.network();
        absorbedTo = best.validation();
      }
      var absorbed = new Absorbed(layer, coded, absorbedTo);
      layers.add(absorbed);
      return absorbed;
    }
  }

  /** Made anew, so that the network's hash is of what it holds now. */
  private WeightlessNetwork done() {
    Network network = now.withWeights(uncoded);
    return new WeightlessNetwork(
        NetworkFiles.of(NetworkFiles.model(network), network.name()), layers);
  }
}
