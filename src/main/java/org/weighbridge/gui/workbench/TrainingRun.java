package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.prune.Pruner;
import org.weighbridge.tensor.Tensor;
import org.weighbridge.training.Best;
import org.weighbridge.training.Epoch;
import org.weighbridge.training.Stage;
import org.weighbridge.training.Trained;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.TrainingState;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.training.gradient.GradientOptions;
import org.weighbridge.training.gradient.Normalization;
import org.weighbridge.training.gradient.Parameter;

/**
 * One training, resumed or not: on the training split, its best epoch chosen by the validation
 * split. Zeros of the base stay zero.
 */
final class TrainingRun {
  private final Base base;
  private final PruningChoices pruning;
  private final Network start;
  private final Optional<Pruner> pruner;
  private final TrainingPlan plan;
  private final String where;
  private final Dataset validation;
  private final Preprocessing preprocessing;
  private final Accuracy before;
  private @Nullable Retrained left;

  private TrainingRun(Subject subject, EvaluationSetup setup, TrainingPlan plan) {
    base = subject.base();
    pruning = subject.pruning();
    start = base.network();
    var layers = new HashSet<>(subject.pruning().values().keySet());
    pruner = layers.isEmpty() ? Optional.empty() : Optional.of(subject.pruning().pruner(layers));
    this.plan = plan.withKeepZeros(true);
    where = setup.where();
    validation = setup.validation();
    preprocessing = subject.preprocessing();
    before = setup.baseline().accuracy();
  }

  static TrainingRun of(Subject subject, EvaluationSetup setup, TrainingPlan plan) {
    return new TrainingRun(subject, setup, plan);
  }

  Network start() {
    return start;
  }

  TrainingPlan plan() {
    return plan;
  }

  /** What it makes of the base when it went like this to its end. */
  Descent descent(List<Epoch> epochs) {
    return new Descent(base, pruning, plan, epochs);
  }

  /** Accuracy on the test split of the pruned network before it is retrained. */
  Accuracy before() {
    return before;
  }

  /** What was there when the training was cancelled. */
  Optional<Retrained> stopped() {
    return Optional.ofNullable(left);
  }

  Retrained train(Optional<TrainingState> from, Progress progress, WindowListener listener) {
    left = null;
    var training =
        new LabelledSamples(
            DataSets.open(where, Split.TRAINING, OptionalInt.empty()), preprocessing);
    var chosenBy = new LabelledSamples(validation, preprocessing);
    progress.check();
    var normalization = plan.normalize() ? Normalization.TRAINED : Normalization.FROZEN;
    try (var gradients = GradientGraphs.open(start, GradientOptions.of(normalization), progress)) {
      progress.check();
      var parameters = gradients.parameters();
      try {
        return finished(
            Trainer.train(
                start, gradients, plan, pruner, training, chosenBy, from, progress, listener));
      } catch (CancellationException e) {
        left = listener.state().map(state -> of(state, parameters)).orElse(null);
        throw e;
      }
    }
  }

  private static Retrained finished(Trained trained) {
    var best = bestOf(trained.state());
    return new Retrained(
        Optional.of(trained.network()),
        best.map(Best::epoch).orElse(0),
        best.map(Best::validation).orElse(BatchLoss.NONE),
        Optional.empty());
  }

  private Retrained of(TrainingState state, List<Parameter> parameters) {
    var best = bestOf(state);
    return new Retrained(
        best.map(found -> network(found.values(), parameters)),
        best.map(Best::epoch).orElse(0),
        best.map(Best::validation).orElse(BatchLoss.NONE),
        Optional.of(state));
  }

  /** Of an epoch with the masks that are wanted. */
  private static Optional<Best> bestOf(TrainingState state) {
    return Optional.ofNullable(state.best().get(Stage.RETRAINING));
  }

  private Network network(float[][] values, List<Parameter> parameters) {
    var tensors = new HashMap<String, Tensor>();
    for (int i = 0; i < values.length; i++) {
      var parameter = parameters.get(i);
      tensors.put(parameter.name(), new Tensor(parameter.shape(), values[i]));
    }
    return NetworkFiles.withConstants(start, tensors);
  }
}
