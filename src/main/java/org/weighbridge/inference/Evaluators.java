package org.weighbridge.inference;

import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;

/** Opens evaluators. */
public final class Evaluators {
  private Evaluators() {}

  /**
   * Prepares to measure a network on a data set. The samples' dimensions need not be the input's as
   * long as there are as many values; channels come last where the graph's dimensions say so. A
   * batch size that the graph fixes is kept.
   *
   * @throws Fault when there are no samples, when they do not fit the network, when a label is
   *     outside its classes, or when ONNX Runtime cannot run it
   */
  public static Evaluator open(Network network, Dataset dataset, Preprocessing preprocessing) {
    return open(network, dataset, preprocessing, MemoryBudget.standard());
  }

  static Evaluator open(
      Network network, Dataset dataset, Preprocessing preprocessing, MemoryBudget budget) {
    if (dataset.size() == 0) {
      throw new Fault(dataset.name() + " holds no samples; choose a data set that does.");
    }
    Engine engine = Engine.open(network, dataset, preprocessing, budget);
    try {
      requireLabelsWithin(engine.classes(), dataset);
      return new OnnxEvaluator(network, dataset, engine);
    } catch (Fault e) {
      engine.close();
      throw e;
    }
  }

  private static void requireLabelsWithin(int classes, Dataset dataset) {
    int[] labels = dataset.labels().orElse(new int[0]);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new Fault(
            "Sample %d of %s has the label %d, but the network tells classes 0 to %d apart; choose the data set that it was trained on."
                .formatted(i, dataset.name(), labels[i], classes - 1));
      }
    }
  }
}
