package org.weighbridge.training.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * How much accuracy each layer costs when it alone is pruned (Han et al., Learning both Weights and
 * Connections, 2015, section 5).
 */
public final class LayerSensitivity {
  private LayerSensitivity() {}

  /**
   * Measures all layers at all densities: a curve for each, and one more where it is retrained.
   *
   * @param plan of which the stage of retraining follows each pruning, if it has epochs; the other
   *     stages are left out
   * @param listener is given all curves so far after every point: what a cancel leaves
   * @throws org.weighbridge.fault.Fault when the network cannot be differentiated
   */
  public static List<DensityCurve> measure(
      Network network,
      List<Double> densities,
      TrainingPlan plan,
      LabelledSamples training,
      LabelledSamples validation,
      LabelledSamples test,
      Progress progress,
      Consumer<List<DensityCurve>> listener) {
    var retraining = new Retraining(training, validation, test);
    int epochs = plan.retraining().epochs();
    progress.begin(
        "Sensitivity of " + network.name(),
        1 + (long) network.layers().size() * densities.size() * (epochs == 0 ? 1 : epochs + 2));
    BatchLoss dense = retraining.measure(network, plan, progress.part(1));
    TrainingPlan only =
        plan.withDense(new StagePlan(0, plan.dense().rate()))
            .withPruning(new StagePlan(0, plan.pruning().rate()));
    var curves = new ArrayList<DensityCurve>();
    for (Layer layer : network.layers()) {
      int place = curves.size();
      curves.add(new DensityCurve(layer.name(), dense, List.of()));
      if (epochs > 0) {
        curves.add(new DensityCurve(layer.name() + ", retrained", dense, List.of()));
      }
      for (double density : densities) {
        progress.check();
        var pruning = Pruning.of(Map.of(layer.id(), new PruningRule.Density(density)));
        var pruned = retraining.measure(pruning.apply(network), plan, progress.part(1));
        curves.set(place, curves.get(place).plus(new DensityPoint(density, pruned)));
        if (epochs > 0) {
          Network trained =
              retraining.train(network, only, Optional.of(pruning), progress.part(epochs));
          var again = retraining.measure(trained, plan, progress.part(1));
          curves.set(place + 1, curves.get(place + 1).plus(new DensityPoint(density, again)));
        }
        listener.accept(List.copyOf(curves));
      }
    }
    return curves;
  }
}
