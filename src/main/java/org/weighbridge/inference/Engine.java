package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Everything outside the heap that one network on one data set needs, and the choice of the way by
 * which a candidate is computed. Used by one measurement at a time.
 */
final class Engine implements AutoCloseable {
  private final Weights weights;
  private final Feed inputs;
  private final Forward forward;
  private final Path whole;
  private final Suffixes suffixes;

  private Engine(Weights weights, Feed inputs, Forward forward, Path whole, Suffixes suffixes) {
    this.weights = weights;
    this.inputs = inputs;
    this.forward = forward;
    this.whole = whole;
    this.suffixes = suffixes;
  }

  /**
   * Prepares the samples and tries the first batch.
   *
   * @param budget memory for samples and activations
   * @throws org.weighbridge.fault.Fault when the samples do not fit or the graph does not run
   */
  static Engine open(
      Network network, Dataset dataset, Preprocessing preprocessing, MemoryBudget budget) {
    InputFit fit = InputFit.of(network, dataset, preprocessing);
    int sampleSize = dataset.sampleShape().size();
    var batching = Batching.of(dataset.size(), sampleSize, fit.fixedBatch());
    var inputs = new InputFeed(network.input().name(), fit, dataset, batching, budget.share(4));
    var weights = new Weights(network);
    try {
      ModelProto model = WeightStubs.of(network);
      Scores scores = scores(network, model, weights, inputs, batching.fed(0));
      var forward = new Forward(batching, network.output(), scores);
      var whole = new RebuiltSession(model, weights, inputs, forward);
      var suffixes = new Suffixes(network, model, weights, inputs, forward, budget);
      return new Engine(weights, inputs, forward, whole, suffixes);
    } catch (RuntimeException e) {
      inputs.close();
      weights.close();
      throw e;
    }
  }

  /** Runs the first batch and looks at its scores. */
  private static Scores scores(
      Network network, ModelProto model, Weights weights, Feed inputs, int rows) {
    try (var run = new Run(Progress.none(), () -> false);
        var constants = weights.of(weights.in(model), Map.of());
        var session = weights.open(model, constants, OnnxRuntime.Memory.KEPT);
        var batch = inputs.batch(0, run);
        var result = session.run(batch.tensors(), List.of(network.output()), run)) {
      return Scores.of(result.get(0), rows, network.name());
    }
  }

  int classes() {
    return forward.scores().classes();
  }

  /** How often {@link #ask(Map, Reference, Run)} will go through all samples, about. */
  int passes(Map<LayerId, Tensor> replaced) {
    return one(replaced).map(suffixes::passes).orElse(1);
  }

  /** The layer that is replaced, if it is just one and no small tensor. */
  private Optional<LayerId> one(Map<LayerId, Tensor> replaced) {
    return replaced.size() == 1
        ? replaced.keySet().stream().filter(suffixes::serves).findFirst()
        : Optional.empty();
  }

  /**
   * Asks the unchanged network.
   *
   * @param right the right classes; without them the predicted ones count as right
   */
  Answers ask(Optional<int[]> right, Run run) {
    return whole.ask(Map.of(), right, run);
  }

  /**
   * Asks with other weights: the short way for one layer, the whole network for several, which is
   * what a file decoded later is measured by.
   *
   * @param reference what the unchanged network predicts, and what is right
   */
  Answers ask(Map<LayerId, Tensor> replaced, Reference reference, Run run) {
    Optional<Suffix> suffix = one(replaced).flatMap(layer -> suffixes.of(layer, run));
    return suffix.isPresent()
        ? suffix.get().ask(replaced, reference.before(), reference.classes(), run)
        : whole.ask(replaced, Optional.of(reference.classes()), run);
  }

  @Override
  public void close() {
    suffixes.close();
    whole.close();
    inputs.close();
    weights.close();
  }
}
