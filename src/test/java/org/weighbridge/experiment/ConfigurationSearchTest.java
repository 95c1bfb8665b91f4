package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.codec.Effort;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Answers;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Flips;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.tensor.Tensor;

class ConfigurationSearchTest {
  private final Network network = TestModels.mlp(7, 40, 30, 20, 10);
  private final List<Trial> heard = new ArrayList<>();

  @Test
  void theBudgetHoldsWhereLayersHurtEachOther() {
    var result = search(2.5, new Objective.LeastSize(0.5));
    assertTrue(result.best().lossPoints() <= 0.5, result.best().toString());
    assertTrue(heard.getFirst().lossPoints() > 0.5, "the first choice should break the budget");
    assertEquals(heard, result.trials());
    for (var trial : result.trials()) {
      if (trial.lossAtMost() <= 0.5) {
        assertTrue(bytes(result.best()) <= bytes(trial));
      }
    }
  }

  @Test
  void slackIsUsedWhereLayersHurtEachOtherLess() {
    var result = search(0.3, new Objective.LeastSize(0.5));
    assertTrue(result.best().lossPoints() <= 0.5);
    assertTrue(
        bytes(result.best()) < bytes(heard.getFirst()),
        "a larger predicted loss should have been allowed");
    assertTrue(result.best().choice().predictedLossPoints() > 0.5);
  }

  @Test
  void additiveLossesNeedNoMending() {
    var result = search(1, new Objective.LeastSize(0.5));
    assertEquals(result.best().choice().predictedLossPoints(), result.best().lossPoints(), 0.05);
    assertTrue(result.best().lossAtMost() <= 0.5);
    assertTrue(result.best().lossPoints() < result.best().lossAtMost());
  }

  @Test
  void layersThatLoseOnlyTogetherAreTightenedTogether() {
    var result = search(new Interacting(network, 3, 0.8), new Objective.LeastSize(0.3));
    assertTrue(result.best().lossAtMost() <= 0.3, result.best().toString());
    assertTrue(heard.getFirst().lossPoints() > 0.3, "the first choice should break the budget");
  }

  @Test
  void fewSamplesGiveTheSafestWithinTheBudget() {
    var result = search(1, new Objective.LeastSize(0.02)); // 2 samples: no interval is that narrow
    assertTrue(result.best().lossPoints() <= 0.02, result.best().toString());
  }

  @Test
  void aSizeIsKeptByTheFileItself() {
    var result = search(1, new Objective.LeastLoss(2000));
    assertTrue(result.model().fileBytes() <= 2000);
    assertSame(result.best(), result.trials().getLast());
    assertThrows(Fault.class, () -> search(1, new Objective.LeastLoss(100)));
  }

  @Test
  void aCancelledSearchHasToldOfItsBestTrial() {
    var objective = new Objective.LeastSize(0.5);
    var whole = search(0.3, objective);
    assertTrue(whole.trials().size() > 1, "one trial only");
    var cancelling = new Cancelling(new Interacting(network, 0.3, 0), 1, new AtomicInteger());
    assertThrows(CancellationException.class, () -> search(cancelling, objective));
    assertEquals(
        whole.trials().getFirst().configuration(),
        objective.best(heard).orElseThrow().configuration());
  }

  @Test
  void fewTrialsSuffice() {
    for (double factor : new double[] {0.3, 0.7, 1, 1.5, 2.5, 5}) {
      var result = search(factor, new Objective.LeastSize(0.5));
      assertTrue(result.trials().size() <= 12, factor + ": " + result.trials().size());
      assertTrue(result.best().lossAtMost() > 0.3, factor + ": " + result.best().lossAtMost());
    }
  }

  @Test
  void anUnreachableBudgetIsRefused() {
    var fault = assertThrows(Fault.class, () -> search(1, new Objective.LeastSize(-5)));
    assertTrue(fault.sentence().contains("raise the budget"), fault.sentence());
  }

  private static long bytes(Trial trial) {
    return trial.choice().predictedBytes();
  }

  private SearchResult search(double interaction, Objective objective) {
    return search(new Interacting(network, interaction, 0), objective);
  }

  private SearchResult search(Evaluator evaluator, Objective objective) {
    heard.clear();
    var search =
        new ConfigurationSearch(
            network,
            evaluator,
            Coding.DEFAULT.withEffort(Effort.FAST),
            new ModelEncoder(),
            KnownPoints.none(),
            heard::add);
    var layers = network.layers().stream().map(Layer::id).toList();
    Assessment assessment =
        search.assess(layers, AssessmentPlan.DeepSz.upTo(1), (layer, point) -> {}, Progress.none());
    return search.choose(assessment, objective, (layer, point) -> {}, Progress.none());
  }

  /** Is cancelled at the joint measurement after a number of them. */
  private record Cancelling(Evaluator evaluator, int after, AtomicInteger count)
      implements Evaluator {
    @Override
    public Evaluation baseline(Progress progress) {
      return evaluator.baseline(progress);
    }

    @Override
    public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
      if (replaced.size() > 1 && count.getAndIncrement() == after) {
        throw new CancellationException();
      }
      return evaluator.evaluate(replaced, progress);
    }

    @Override
    public int samples() {
      return evaluator.samples();
    }

    @Override
    public void close() {}
  }

  /**
   * Loses the relative squared error of each layer: times a factor when several are replaced, less
   * what goes unnoticed when one is.
   */
  private record Interacting(Network network, double factor, double unnoticed)
      implements Evaluator {
    private static final int SAMPLES = 10_000;
    private static final int CORRECT = 9_800;

    @Override
    public Evaluation baseline(Progress progress) {
      return evaluation(0);
    }

    @Override
    public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
      double points = 0;
      for (var entry : replaced.entrySet()) {
        var original = network.layer(entry.getKey()).orElseThrow().weights().values();
        var decoded = entry.getValue().values();
        double error = 0;
        double energy = 0;
        for (int i = 0; i < original.length; i++) {
          error += Math.pow(original[i] - decoded[i], 2);
          energy += Math.pow(original[i], 2);
        }
        points += 30 * error / energy;
      }
      return evaluation(replaced.size() > 1 ? factor * points : Math.max(0, points - unnoticed));
    }

    private static Evaluation evaluation(double points) {
      int lost = (int) Math.round(Math.min(90, points) * SAMPLES / 100);
      var accuracy = new Accuracy(SAMPLES, CORRECT - lost, Accuracy.Kind.LABELS);
      return new Evaluation(accuracy, new Flips(lost, 0), Answers.ofSize(0), 0);
    }

    @Override
    public int samples() {
      return SAMPLES;
    }

    @Override
    public void close() {}
  }
}
