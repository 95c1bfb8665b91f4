package org.weighbridge.inference;

import java.util.function.ToDoubleFunction;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.Run;

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
    return open(
        network, dataset, preprocessing, budget, run -> MachineBreakEven.measured(run).density());
  }

  /**
   * With a density of one's own up to which fully connected layers are multiplied sparsely, asked
   * for when a layer might be sparse enough.
   */
  static Evaluator open(
      Network network,
      Dataset dataset,
      Preprocessing preprocessing,
      MemoryBudget budget,
      ToDoubleFunction<Run> breakEven) {
    if (dataset.size() == 0) {
      throw new Fault(dataset.name() + " holds no samples; choose a data set that does.");
    }
    var shuffle = Shuffle.of(dataset.size());
    Engine engine = Engine.open(network, shuffle.draw(dataset), preprocessing, budget, breakEven);
    try {
      requireLabelsWithin(engine.classes(), dataset);
      return new OnnxEvaluator(network, dataset, shuffle, engine);
    } catch (Fault e) {
      engine.close();
      throw e;
    }
  }

  /**
   * Up to which density pruned fully connected layers are multiplied as sparse ones on this
   * machine: measured in about a tenth of a second, once in a process.
   */
  public static BreakEven breakEven(Progress progress) {
    try (var run = new Run(progress, () -> false)) {
      return MachineBreakEven.measured(run);
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
