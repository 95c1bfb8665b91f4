package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Everything outside the heap that one network on one data set needs, and the choice of the path by
 * which a candidate is computed. Used by one measurement at a time.
 */
final class Engine implements AutoCloseable {
  private final Weights weights;
  private final Feed inputs;
  private final WholeNetwork whole;
  private final Forward forward;

  private Engine(Weights weights, Feed inputs, WholeNetwork whole, Forward forward) {
    this.weights = weights;
    this.inputs = inputs;
    this.whole = whole;
    this.forward = forward;
  }

  /**
   * Prepares the samples and tries the first batch.
   *
   * @throws org.weighbridge.fault.Fault when the samples do not fit or the graph does not run
   */
  static Engine open(Network network, Dataset dataset, Preprocessing preprocessing) {
    InputFit fit = InputFit.of(network, dataset, preprocessing);
    int sampleSize = dataset.sampleShape().size();
    var batching = Batching.of(dataset.size(), sampleSize, fit.fixedBatch());
    MemoryBudget budget = MemoryBudget.standard();
    var inputs = new InputFeed(network.input().name(), fit, dataset, batching, budget.share(4));
    var weights = new Weights(network);
    try (var run = new Run(network.name(), Progress.none(), () -> false)) {
      ModelProto model = WeightStubs.of(network);
      var whole = new WholeNetwork(network, model, weights, inputs);
      Forward forward = whole.probe(batching, network.output(), run);
      return new Engine(weights, inputs, whole, forward);
    } catch (RuntimeException e) {
      inputs.close();
      weights.close();
      throw e;
    }
  }

  int classes() {
    return forward.classes();
  }

  /** The classes that the unchanged network predicts. */
  int[] predict(Run run) {
    return whole.predict(forward, Map.of(), run);
  }

  /**
   * The classes predicted with other weights.
   *
   * @param before what the unchanged network predicts
   */
  int[] predict(Map<LayerId, Tensor> replaced, int[] before, Run run) {
    return whole.predict(forward, replaced, run);
  }

  @Override
  public void close() {
    inputs.close();
    weights.close();
  }
}
