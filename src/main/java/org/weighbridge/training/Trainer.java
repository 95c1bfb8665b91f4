package org.weighbridge.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Pruner;
import org.weighbridge.prune.dead.Cleaned;
import org.weighbridge.prune.dead.DeadNeurons;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.gradient.Dropout;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.training.gradient.GradientOptions;
import org.weighbridge.training.gradient.Gradients;
import org.weighbridge.training.gradient.Normalization;

/**
 * Trains a network, prunes it and retrains what is left, as Deep Compression and DeepSZ do (Han et
 * al., <a href="https://arxiv.org/abs/1506.02626">Learning both Weights and Connections for
 * Efficient Neural Networks</a>, 2015).
 *
 * <p>The stages follow each other as {@link Stage} says, each begins with the {@link Best} weights
 * of the one before and an empty memory of the optimizer. Pruned weights are exactly +0 in every
 * step. Neurons that pruning has left without inputs or outputs are zeroed before retraining.
 *
 * <p>The same plan, network and data give the same bits on one machine, whatever the number of
 * threads, interrupted and resumed or not. On a processor with other vector instructions ONNX
 * Runtime chooses other kernels, whose sums differ in the last bits, and a training goes another
 * way from there.
 */
@SuppressWarnings("EnumOrdinal") // stages follow each other in their order
public final class Trainer {
  /** Parts of a batch that threads share; not the number of threads, so that bits are the same. */
  private static final int SHARDS = 4;

  private final TrainingPlan plan;
  private final Network start;
  private final Gradients gradients;
  private final Optional<Pruner> pruner;
  private final LabelledSamples training;
  private final LabelledSamples validation;
  private final Progress progress;
  private final TrainingListener listener;
  private final LiveReports live;
  private final Weights weights;
  private final int steps;

  private final Map<Stage, Best> best = new EnumMap<>(Stage.class);
  private final List<Epoch> epochs = new ArrayList<>();
  private Stage stage = Stage.DENSE;
  private int epoch;
  private int step;
  private BatchLoss soFar = BatchLoss.NONE;
  private long updates;

  private Trainer(
      TrainingPlan plan,
      Network start,
      Gradients gradients,
      Optional<Pruner> pruner,
      LabelledSamples training,
      LabelledSamples validation,
      Progress progress,
      TrainingListener listener) {
    this.plan = plan;
    this.start = start;
    this.gradients = gradients;
    this.pruner = pruner;
    this.training = training;
    this.validation = validation;
    this.progress = progress;
    this.listener = listener;
    live = new LiveReports(progress, listener);
    weights = new Weights(start, gradients, plan);
    steps = Math.ceilDiv(training.size(), plan.batch());
  }

  /**
   * Trains a network.
   *
   * @param pruner decides masks in the stage of pruning, which is left out without one
   * @param validation what the best weights are chosen by
   * @param resume to go on from; of a training with the same network, plan, data and pruner
   * @param listener hears everything on the calling thread
   * @throws Fault when the network cannot be differentiated, the samples do not belong together,
   *     the state belongs to another training, or the loss is no number any more
   * @throws CancellationException when {@code progress} was cancelled; the listener has been given
   *     the state of the last step before
   */
  public static Trained train(
      Network start,
      TrainingPlan plan,
      Optional<Pruner> pruner,
      LabelledSamples training,
      LabelledSamples validation,
      Optional<TrainingState> resume,
      Progress progress,
      TrainingListener listener) {
    try (Gradients gradients = open(start, plan)) {
      return train(
          start, gradients, plan, pruner, training, validation, resume, progress, listener);
    }
  }

  /**
   * The gradients that a plan asks for: a quarter of a batch at a time on one thread.
   *
   * @throws Fault when the network cannot be differentiated
   */
  public static Gradients open(Network network, TrainingPlan plan) {
    var normalization = plan.normalize() ? Normalization.TRAINED : Normalization.FROZEN;
    int shard = Math.ceilDiv(plan.batch(), SHARDS);
    return GradientGraphs.open(network, new GradientOptions(normalization, shard));
  }

  /**
   * Trains with gradients that are open already, for trainings one after the other.
   *
   * @param gradients of {@code start}, as {@link #open} gives them; stay open
   */
  public static Trained train(
      Network start,
      Gradients gradients,
      TrainingPlan plan,
      Optional<Pruner> pruner,
      LabelledSamples training,
      LabelledSamples validation,
      Optional<TrainingState> resume,
      Progress progress,
      TrainingListener listener) {
    checkFit(training, validation);
    var trainer =
        new Trainer(plan, start, gradients, pruner, training, validation, progress, listener);
    if (plan.keepZeros()) {
      trainer.weights.keepZeros();
    }
    resume.ifPresent(trainer::restore);
    return trainer.run();
  }

  private static void checkFit(LabelledSamples one, LabelledSamples other) {
    if (!one.shape().equals(other.shape())) {
      throw new Fault(
          "The samples of %s are %s, but those of %s are %s; give splits that belong together."
              .formatted(one.name(), one.shape(), other.name(), other.shape()));
    }
  }

  private Trained run() {
    progress.begin("Training " + start.name(), units());
    progress.worked((long) epochs.size() * (steps + validationUnits()) + step);
    try {
      while (true) {
        if (stageIsOver()) {
          endStage();
          if (stage == Stage.RETRAINING) {
            break;
          }
          next(Stage.values()[stage.ordinal() + 1]);
        } else {
          epoch();
        }
      }
    } catch (CancellationException e) {
      listener.checkpoint(state());
      throw e;
    }
    return trained();
  }

  /** The stage of pruning is left out where nobody says what to prune. */
  private int stageEpochs() {
    return stage == Stage.PRUNING && pruner.isEmpty() ? 0 : plan.stage(stage).epochs();
  }

  private boolean stageIsOver() {
    Best so = best.get(stage);
    boolean patient =
        plan.patience() == 0
            || stage == Stage.PRUNING
            || so == null
            || epoch - so.epoch() < plan.patience();
    return epoch >= stageEpochs() || !patient;
  }

  private void endStage() {
    if (stage == Stage.PRUNING && pruner.isPresent()) {
      if (plan.pruning().epochs() == 0) {
        prune(1);
        best.put(stage, new Best(0, evaluate(), weights.copyOfSeen()));
      }
      silenceDeadNeurons();
    }
  }

  /** What pruning has cut off computes nothing, and would only cost bytes. */
  private void silenceDeadNeurons() {
    Best pruned = Objects.requireNonNull(best.get(stage));
    Cleaned cleaned = DeadNeurons.zero(weights.network(pruned.values()));
    if (cleaned.dead() > 0) {
      weights.restart(weights.valuesOf(cleaned.network()));
      weights.keepZeros();
      BatchLoss measured = gradients.evaluate(validation, weights.seen(), Progress.none());
      best.put(stage, new Best(pruned.epoch(), measured, weights.copyOfSeen()));
    }
  }

  private void next(Stage following) {
    Best from = best.get(stage);
    if (from != null) {
      weights.restart(from.values());
      updates = 0;
    }
    stage = following;
    epoch = 0;
  }

  private void epoch() {
    live.begin(step);
    int[] order = Order.of(plan.seed(), stage, epoch, training.size());
    List<Double> ratios = dropoutRatios();
    while (step < steps) {
      if (pruneIfDue()) {
        ratios = dropoutRatios();
      }
      step(order, new Dropout(ratios, Order.dropout(plan.seed(), stage, stageStep())));
    }
    endEpoch();
  }

  /** The learning rate of a step of the epoch at work. */
  private double rate(int of) {
    return plan.stage(stage).rate().at(epoch + (double) of / steps, stageEpochs());
  }

  private void step(int[] order, Dropout dropout) {
    double rate = rate(step);
    int from = step * plan.batch();
    int count = Math.min(plan.batch(), order.length - from);
    BatchLoss loss =
        gradients.backward(
            training, order, from, count, dropout, weights.seen(), weights.gradients());
    if (!Double.isFinite(loss.loss())) {
      throw new Fault(
          "Training went astray in epoch %d (%s): the loss is no number any more; take a smaller learning rate."
              .formatted(epoch + 1, stage.title()));
    }
    weights.move(plan.optimizer(), rate, ++updates, plan.regularization());
    soFar = soFar.plus(loss);
    step++;
    if (live.due() || step == steps) {
      live.tell(
          new Batches(
              stage,
              epoch + 1,
              step,
              steps,
              soFar,
              weights.density(),
              rate,
              live.stepsPerSecond(step)),
          stageEpochs());
    }
    progress.worked(1);
  }

  private long stageStep() {
    return (long) epoch * steps + step;
  }

  private boolean pruneIfDue() {
    if (stage != Stage.PRUNING) {
      return false;
    }
    long all = (long) stageEpochs() * steps;
    double done = plan.schedule().done(stageStep(), all);
    boolean due = stageStep() == 0 || done > plan.schedule().done(stageStep() - 1, all);
    if (due) {
      prune(done);
    }
    return due;
  }

  private void prune(double done) {
    Pruner decides = pruner.orElseThrow();
    weights.prune(decides.masks(weights.learning(), done), plan.regrow());
  }

  private List<Double> dropoutRatios() {
    Map<LayerId, Double> densities = weights.densities();
    return gradients.dropouts().stream()
        .map(
            place -> {
              double density = densities.getOrDefault(new LayerId(place.layer()), 1.0);
              return plan.dropout().orElse(place.ratio()) * Math.sqrt(density);
            })
        .toList();
  }

  private void endEpoch() {
    if (stage == Stage.PRUNING && epoch + 1 == stageEpochs()) {
      prune(1); // fewer steps than rounds never come so far
    }
    BatchLoss measured = evaluate();
    double rate = rate(steps - 1);
    epoch++;
    var candidate = new Best(epoch, measured, weights.copyOfSeen());
    Best so = best.get(stage);
    if (so == null || stage == Stage.PRUNING || measured.betterThan(so.validation())) {
      best.put(stage, candidate);
    }
    var over =
        new Epoch(
            stage,
            epoch,
            soFar,
            measured,
            weights.densities(),
            weights.density(),
            rate,
            live.seconds());
    epochs.add(over);
    step = 0;
    soFar = BatchLoss.NONE;
    listener.epoch(over);
    listener.checkpoint(state());
  }

  private BatchLoss evaluate() {
    return gradients.evaluate(validation, weights.seen(), progress.part(validationUnits()));
  }

  private long validationUnits() {
    return Math.ceilDiv((long) validation.size(), 3L * plan.batch());
  }

  private long units() {
    int epochsToCome = plan.epochs() - (pruner.isEmpty() ? plan.pruning().epochs() : 0);
    return epochsToCome * (steps + validationUnits());
  }

  private void restore(TrainingState state) {
    if (!state.network().equals(start.hash()) || state.samples() != training.size()) {
      throw new Fault(
          "The training cannot go on: its state is of another network or of other samples than %s and %s; start it anew."
              .formatted(start.name(), training.name()));
    }
    stage = state.stage();
    epoch = state.epoch();
    step = state.step();
    soFar = state.soFar();
    updates = state.updates();
    best.putAll(state.best());
    epochs.addAll(state.epochs());
    weights.restore(state, plan.regrow() && stage == Stage.PRUNING);
  }

  private TrainingState state() {
    return new TrainingState(
        plan,
        start.hash(),
        training.size(),
        stage,
        epoch,
        step,
        soFar,
        updates,
        weights.copyOfValues(),
        weights.copyOfMoments(),
        weights.masks(),
        best,
        epochs);
  }

  private Trained trained() {
    var dense = Optional.ofNullable(best.get(Stage.DENSE)).map(b -> weights.network(b.values()));
    Network network = start;
    for (Stage each : Stage.values()) {
      Best last = best.get(each);
      network = last == null ? network : weights.network(last.values());
    }
    return new Trained(network, dense, epochs, state());
  }
}
