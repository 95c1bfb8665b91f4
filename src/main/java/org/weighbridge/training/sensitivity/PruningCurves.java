package org.weighbridge.training.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Criterion;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.Structure;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.Regularization;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * The comparison of figure 5 of Han et al., <a href="https://arxiv.org/abs/1506.02626">Learning
 * both Weights and Connections</a>, 2015: a network trained with L1 and one trained with L2
 * regularization, pruned to falling densities by one threshold for all layers; as they are, after
 * retraining, and for L2 also pruned and retrained in turn, each density from the one before.
 */
public final class PruningCurves {
  private static final double RATE = 0.1;
  private static final double RETRAINING_RATE = 0.03;

  private final CurvesPlan plan;
  private final Network fresh;
  private final Retraining retraining;
  private final Progress progress;
  private final Consumer<List<DensityCurve>> listener;
  private final List<DensityCurve> curves = new ArrayList<>();

  private PruningCurves(
      CurvesPlan plan,
      Network fresh,
      Retraining retraining,
      Progress progress,
      Consumer<List<DensityCurve>> listener) {
    this.plan = plan;
    this.fresh = fresh;
    this.retraining = retraining;
    this.progress = progress;
    this.listener = listener;
  }

  /**
   * Trains and measures all of it.
   *
   * @param fresh the network with its first weights
   * @param test what the curves show; nothing is chosen by it
   * @param listener is given all curves so far after every point: what a cancel leaves
   * @throws org.weighbridge.fault.Fault when the network cannot be differentiated
   */
  public static List<DensityCurve> measure(
      CurvesPlan plan,
      Network fresh,
      LabelledSamples training,
      LabelledSamples validation,
      LabelledSamples test,
      Progress progress,
      Consumer<List<DensityCurve>> listener) {
    var retraining = new Retraining(training, validation, test);
    return new PruningCurves(plan, fresh, retraining, progress, listener).run();
  }

  private List<DensityCurve> run() {
    progress.begin("Pruning curves of " + fresh.name(), plan.epochs());
    TrainingPlan l1 = training(new Regularization(plan.l1(), 0));
    TrainingPlan l2 = training(new Regularization(0, plan.l2()));
    progress.step("L2, dense");
    Network denseL2 = retraining.train(fresh, l2, Optional.empty(), part(plan.denseEpochs()));
    progress.step("L1, dense");
    Network denseL1 = retraining.train(fresh, l1, Optional.empty(), part(plan.denseEpochs()));
    curve("L2, without retraining", denseL2, l2, false, false);
    curve("L1, without retraining", denseL1, l1, false, false);
    curve("L1, retrained", denseL1, l1, true, false);
    curve("L2, retrained", denseL2, l2, true, false);
    curve("L2, pruned and retrained in turn", denseL2, l2, true, true);
    return List.copyOf(curves);
  }

  private TrainingPlan training(Regularization regularization) {
    return TrainingPlan.usual(plan.seed())
        .withDense(new StagePlan(plan.denseEpochs(), new LearningRate.Cosine(RATE)))
        .withPruning(new StagePlan(0, new LearningRate.Constant(RETRAINING_RATE)))
        .withRetraining(new StagePlan(0, new LearningRate.Cosine(RETRAINING_RATE)))
        .withRegularization(regularization);
  }

  private Progress part(int epochs) {
    return progress.part(epochs);
  }

  private void curve(
      String name, Network dense, TrainingPlan trained, boolean retrain, boolean inTurn) {
    BatchLoss before = retraining.measure(dense, trained, Progress.none());
    var curve = new DensityCurve(name, before, List.of());
    curves.add(curve);
    TrainingPlan after =
        trained
            .withDense(new StagePlan(0, new LearningRate.Cosine(RATE)))
            .withRetraining(
                new StagePlan(plan.retrainingEpochs(), new LearningRate.Cosine(RETRAINING_RATE)));
    Network from = dense;
    for (double density : plan.densities()) {
      progress.check();
      progress.step(name + ", density " + density);
      var pruning =
          new Pruning(new Structure.Weights(), new Criterion.Global(layers(from), density));
      Network pruned =
          retrain
              ? retraining.train(from, after, Optional.of(pruning), part(plan.retrainingEpochs()))
              : pruning.apply(from);
      var result = retraining.measure(pruned, trained, Progress.none());
      curve = curve.plus(new DensityPoint(density, result));
      curves.set(curves.size() - 1, curve);
      listener.accept(List.copyOf(curves));
      from = inTurn ? pruned : dense;
    }
  }

  private static Set<LayerId> layers(Network network) {
    var layers = new LinkedHashSet<LayerId>();
    network.layers().forEach(layer -> layers.add(layer.id()));
    return layers;
  }
}
