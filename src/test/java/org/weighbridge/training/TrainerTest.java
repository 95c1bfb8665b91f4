package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.LayerId;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.training.blueprint.Blueprint;

class TrainerTest {
  private static final LayerId FC = new LayerId("fc.weight");

  /** Keeps all that a training tells. */
  private static final class Told implements TrainingListener {
    final List<Batches> batches = new ArrayList<>();
    final List<Epoch> epochs = new ArrayList<>();
    final List<TrainingState> states = new ArrayList<>();

    @Override
    public void batches(Batches some) {
      batches.add(some);
    }

    @Override
    public void epoch(Epoch epoch) {
      epochs.add(epoch);
    }

    @Override
    public void checkpoint(TrainingState state) {
      states.add(state);
    }
  }

  @Test
  void learnsPrunesAndRetrains() {
    var told = new Told();
    var trained = TinyTraining.train(TinyTraining.plan(), TinyTraining.keeping(0.1), told);
    assertEquals(
        List.of(
            Stage.DENSE,
            Stage.DENSE,
            Stage.PRUNING,
            Stage.PRUNING,
            Stage.RETRAINING,
            Stage.RETRAINING),
        told.epochs.stream().map(Epoch::stage).toList());
    assertEquals(told.epochs, trained.epochs());
    assertEquals(1, told.epochs.get(1).densities().get(FC));
    double halfway = told.epochs.get(2).density();
    assertTrue(halfway > 0.1 && halfway < 1, "density " + halfway);
    assertEquals(0.1, told.epochs.get(3).density(), 1e-3);
    assertEquals(784, TinyTraining.nonZeros(trained.network()).get("fc.weight"));
    assertEquals(7840, TinyTraining.nonZeros(trained.dense().orElseThrow()).get("fc.weight"));
    assertTrue(
        told.epochs.get(1).training().mean() < 0.7 * told.epochs.get(0).training().mean(),
        told.epochs.toString());
    assertTrue(told.epochs.getLast().validation().accuracy() > 0.5, told.epochs.toString());
    assertEquals(330, told.batches.getLast().soFar().samples());
  }

  @Test
  void withoutAPrunerThatStageIsLeftOut() {
    var trained =
        TinyTraining.train(TinyTraining.plan(), Optional.empty(), TrainingListener.none());
    assertEquals(4, trained.epochs().size());
    assertEquals(7840, TinyTraining.nonZeros(trained.network()).get("fc.weight"));
  }

  @Test
  void oneShotPruningNeedsNoEpochs() {
    var plan =
        TinyTraining.plan()
            .withPruning(new StagePlan(0, new LearningRate.Constant(1)))
            .withRetraining(new StagePlan(0, new LearningRate.Constant(1)));
    var trained = TinyTraining.train(plan, TinyTraining.keeping(0.1), TrainingListener.none());
    assertEquals(784, TinyTraining.nonZeros(trained.network()).get("fc.weight"));
    float[] dense = trained.dense().orElseThrow().layers().getFirst().weights().values();
    float[] pruned = trained.network().layers().getFirst().weights().values();
    for (int i = 0; i < dense.length; i++) {
      assertTrue(pruned[i] == 0 || pruned[i] == dense[i]);
    }
  }

  @Test
  void zerosStayWhenAsked() {
    var pruned =
        TinyTraining.train(TinyTraining.plan(), TinyTraining.keeping(0.1), TrainingListener.none())
            .network();
    var again =
        Trainer.train(
            pruned,
            new SoftmaxRegression(pruned),
            TinyTraining.plan().withKeepZeros(true),
            Optional.empty(),
            TinyTraining.TRAINING,
            TinyTraining.VALIDATION,
            Optional.empty(),
            Progress.none(),
            TrainingListener.none());
    assertEquals(784, TinyTraining.nonZeros(again.network()).get("fc.weight"));
    assertFalse(
        pruned
            .layers()
            .getFirst()
            .weights()
            .sameBits(again.network().layers().getFirst().weights()));
  }

  @Test
  void frozenWeightsStayAndTheirBiasesLearn() {
    var start = TinyTraining.NETWORK;
    var plan = TinyTraining.plan().withFrozen(Set.of(FC));
    var learnt = TinyTraining.train(plan, Optional.empty(), TrainingListener.none()).network();
    var bias = new LayerId("fc.bias");
    assertTrue(start.tensors().get(FC).sameBits(learnt.tensors().get(FC)));
    assertFalse(start.tensors().get(bias).sameBits(learnt.tensors().get(bias)));
  }

  static Stream<TrainingPlan> plans() {
    var plan = TinyTraining.plan();
    return Stream.of(
        plan,
        plan.withRegrow(true).withSchedule(new PruningSchedule(3)),
        plan.withOptimizer(Optimizer.Adam.usual())
            .withDense(new StagePlan(2, new LearningRate.Constant(1e-3)))
            .withPruning(new StagePlan(2, new LearningRate.Constant(1e-3)))
            .withRetraining(new StagePlan(2, new LearningRate.Constant(1e-3))),
        plan.withPruning(new StagePlan(0, new LearningRate.Constant(1))));
  }

  /** Everything but the seconds. */
  private static void assertSame(TrainingState one, TrainingState other) {
    assertEquals(one.stage(), other.stage());
    assertEquals(one.epoch(), other.epoch());
    assertEquals(one.step(), other.step());
    assertEquals(one.soFar(), other.soFar());
    assertEquals(one.updates(), other.updates());
    for (int i = 0; i < one.values().length; i++) {
      assertArrayEquals(one.values()[i], other.values()[i]);
      for (int kind = 0; kind < one.moments().size(); kind++) {
        assertArrayEquals(one.moments().get(kind)[i], other.moments().get(kind)[i]);
      }
    }
    assertEquals(one.masks().keySet(), other.masks().keySet());
    one.masks().forEach((id, mask) -> assertTrue(mask.sameAs(other.masks().get(id))));
    assertEquals(one.best().keySet(), other.best().keySet());
    one.best().forEach((stage, best) -> assertSame(best, other.best().get(stage)));
  }

  private static void assertSame(Best one, Best other) {
    assertEquals(one.epoch(), other.epoch());
    assertEquals(one.validation(), other.validation());
    for (int i = 0; i < one.values().length; i++) {
      assertArrayEquals(one.values()[i], other.values()[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void resumedTrainingsGiveTheSameBits(TrainingPlan plan) {
    var told = new Told();
    var pruner = TinyTraining.keeping(0.1);
    var whole = TinyTraining.train(plan, pruner, told);
    assertTrue(told.states.size() >= 4);
    for (TrainingState state : told.states) {
      var resumed =
          TinyTraining.train(
              plan, pruner, Optional.of(state), Progress.none(), TrainingListener.none());
      assertSame(whole.state(), resumed.state());
      assertEquals(whole.network().hash(), resumed.network().hash());
      assertEquals(
          whole.epochs().stream().map(Epoch::validation).toList(),
          resumed.epochs().stream().map(Epoch::validation).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void cancelledAnywhereNothingIsLost(TrainingPlan plan) {
    var pruner = TinyTraining.keeping(0.1);
    var whole = TinyTraining.train(plan, pruner, TrainingListener.none());
    Optional<TrainingState> state = Optional.empty();
    Optional<Trained> trained = Optional.empty();
    int cancels = 0;
    while (trained.isEmpty()) {
      var cancel = new CancelToken();
      int[] looks = {0};
      var progress =
          new TrackedProgress(
              cancel,
              now -> {
                if (++looks[0] > 26) {
                  cancel.cancel();
                }
              });
      var told = new Told();
      try {
        trained = Optional.of(TinyTraining.train(plan, pruner, state, progress, told));
      } catch (CancellationException e) {
        state = Optional.of(told.states.getLast());
        cancels++;
      }
    }
    assertTrue(cancels >= 2, cancels + " cancels");
    assertSame(whole.state(), trained.orElseThrow().state());
  }

  @Test
  void theSeedDecides() {
    var plan = TinyTraining.plan();
    var pruner = TinyTraining.keeping(0.2);
    var one = TinyTraining.train(plan, pruner, TrainingListener.none()).network().hash();
    assertEquals(one, TinyTraining.train(plan, pruner, TrainingListener.none()).network().hash());
    var other = TinyTraining.train(plan.withSeed(4), pruner, TrainingListener.none());
    assertFalse(one.equals(other.network().hash()));
  }

  @Test
  void stopsEarlyAndKeepsTheBest() {
    // the rate grows absurd after two epochs, so that everything later is worse
    var rates = new LearningRate.WarmUp(100, new LearningRate.Constant(60));
    var plan =
        TinyTraining.plan()
            .withDense(new StagePlan(50, rates))
            .withRetraining(new StagePlan(0, rates))
            .withPatience(3);
    var trained = TinyTraining.train(plan, Optional.empty(), TrainingListener.none());
    Best best = trained.state().best().get(Stage.DENSE);
    assertEquals(best.epoch() + 3, trained.epochs().size());
    assertTrue(trained.epochs().size() < 50);
    int most =
        trained.epochs().stream()
            .mapToInt(epoch -> epoch.validation().correct())
            .max()
            .orElseThrow();
    assertEquals(most, best.validation().correct());
    try (var gradients = new SoftmaxRegression(trained.network())) {
      var measured =
          gradients.evaluate(TinyTraining.VALIDATION, gradients.start(), Progress.none());
      assertEquals(best.validation(), measured);
    }
  }

  @Test
  void sparedWeightsComeBackWhereTheyMay() {
    var plan = TinyTraining.plan().withDense(new StagePlan(0, new LearningRate.Constant(1)));
    var shrinking = new Told();
    TinyTraining.train(plan, TinyTraining.keeping(0.05), shrinking);
    var growing = new Told();
    TinyTraining.train(plan.withRegrow(true), TinyTraining.keeping(0.05), growing);
    assertEquals(0, returned(shrinking.states));
    assertTrue(returned(growing.states) > 0);
  }

  /** How many weights are kept after the second epoch that were pruned after the first. */
  private static int returned(List<TrainingState> states) {
    var before = states.get(0).masks().get(FC);
    var after = states.get(1).masks().get(FC);
    int count = 0;
    for (int i = 0; i < before.size(); i++) {
      count += after.get(i) && !before.get(i) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aTrainingThatGoesAstraySaysSo() {
    var plan = TinyTraining.plan().withDense(new StagePlan(50, new LearningRate.Constant(1e30)));
    var fault =
        assertThrows(
            Fault.class, () -> TinyTraining.train(plan, Optional.empty(), TrainingListener.none()));
    assertTrue(fault.sentence().contains("smaller learning rate"), fault.sentence());
  }

  @Test
  void aStateOfAnotherTrainingIsRefused() {
    var told = new Told();
    TinyTraining.train(TinyTraining.plan(), TinyTraining.keeping(0.1), told);
    var state = told.states.getFirst();
    var adam = TinyTraining.plan().withOptimizer(Optimizer.Adam.usual());
    var fault =
        assertThrows(
            Fault.class,
            () ->
                TinyTraining.train(
                    adam,
                    Optional.empty(),
                    Optional.of(state),
                    Progress.none(),
                    TrainingListener.none()));
    assertTrue(fault.sentence().contains("start it anew"), fault.sentence());
  }

  /** What pruning cuts off is gone: no inputs without outputs, no bias that nobody hears. */
  @Test
  void deadNeuronsAreZeroed() {
    var data = TinyTraining.TRAINING;
    var start = Blueprint.LENET_300_100.network(data.shape(), data.classes(), 1);
    var rules = new HashMap<LayerId, PruningRule>();
    start.layers().forEach(layer -> rules.put(layer.id(), new PruningRule.Density(0.01)));
    var trained =
        Trainer.train(
            start,
            TinyTraining.plan(),
            Optional.of(Pruning.of(rules)),
            data,
            TinyTraining.VALIDATION,
            Optional.empty(),
            Progress.none(),
            TrainingListener.none());
    var tensors = trained.network().tensors();
    float[] first = tensors.get(new LayerId("fc1.weight")).values();
    float[] second = tensors.get(new LayerId("fc2.weight")).values();
    float[] bias = tensors.get(new LayerId("fc1.bias")).values();
    int dead = 0;
    for (int neuron = 0; neuron < 300; neuron++) {
      int inputs = 0;
      int outputs = 0;
      for (int i = 0; i < 784; i++) {
        inputs += first[neuron * 784 + i] == 0 ? 0 : 1;
      }
      for (int o = 0; o < 100; o++) {
        outputs += second[o * 300 + neuron] == 0 ? 0 : 1;
      }
      assertEquals(inputs == 0, outputs == 0, "neuron " + neuron);
      if (inputs == 0) {
        dead++;
        assertEquals(0, bias[neuron], "bias of neuron " + neuron);
      }
    }
    assertTrue(dead > 0 && dead < 300, dead + " dead");
  }
}
