package org.weighbridge.training.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.training.LearningRate;
import org.weighbridge.training.StagePlan;
import org.weighbridge.training.Trainer;
import org.weighbridge.training.TrainingPlan;

class SensitivityTest {
  private static final LabelledSamples TRAINING = samples(Split.TRAINING, 400);
  private static final LabelledSamples TEST = samples(Split.TEST, 100);
  private static final Network NETWORK = TestModels.mlp(1, 784, 12, 10);

  private static LabelledSamples samples(Split split, int count) {
    var data = DataSets.open("digits", split, OptionalInt.of(count));
    return new LabelledSamples(data, Preprocessing.unitInterval());
  }

  private static TrainingPlan plan(int retraining) {
    return TrainingPlan.usual(1)
        .withRetraining(new StagePlan(retraining, new LearningRate.Cosine(0.05)));
  }

  @Test
  void everyLayerIsPrunedAloneAtEveryDensity() {
    var densities = List.of(0.5, 0.1);
    var heard = new ArrayList<List<DensityCurve>>();
    var curves =
        LayerSensitivity.measure(
            NETWORK, densities, plan(0), TEST, TEST, TEST, Progress.none(), heard::add);
    assertEquals(4, heard.size(), "after every point");
    assertEquals(curves, heard.getLast());
    for (int l = 0; l < 2; l++) {
      var layer = NETWORK.layers().get(l);
      assertEquals(layer.name(), curves.get(l).name());
      for (int d = 0; d < 2; d++) {
        var rule = new PruningRule.Density(densities.get(d));
        Network pruned = Pruning.of(Map.of(layer.id(), rule)).apply(NETWORK);
        try (var gradients = Trainer.open(pruned, plan(0))) {
          assertEquals(
              gradients.evaluate(TEST, gradients.start(), Progress.none()),
              curves.get(l).points().get(d).result());
        }
      }
    }
  }

  @Test
  void retrainingMendsWhatPruningBroke() {
    var curves =
        LayerSensitivity.measure(
            NETWORK, List.of(0.3), plan(3), TRAINING, TEST, TEST, Progress.none(), c -> {});
    assertEquals(4, curves.size());
    for (int l = 0; l < 2; l++) {
      assertEquals(curves.get(2 * l).name() + ", retrained", curves.get(2 * l + 1).name());
      double before = curves.get(2 * l).points().getFirst().result().mean();
      double after = curves.get(2 * l + 1).points().getFirst().result().mean();
      assertTrue(after < before, "seed 1, loss " + before + ", retrained " + after);
    }
  }

  @Test
  void fiveCurvesComeOfOnePlan() {
    var plan = new CurvesPlan(1, 3, 2, 5e-5, 5e-4, List.of(0.05, 0.4));
    var curves =
        PruningCurves.measure(plan, NETWORK, TRAINING, TEST, TEST, Progress.none(), c -> {});
    assertEquals(5, curves.size());
    for (DensityCurve curve : curves) {
      assertEquals(List.of(0.4, 0.05), curve.points().stream().map(DensityPoint::density).toList());
    }
    // L2 as it is, retrained, in turn begin with the same dense network
    assertEquals(curves.get(0).dense(), curves.get(3).dense());
    assertEquals(curves.get(0).dense(), curves.get(4).dense());
    // the first density of both retrained ways is the same work
    assertEquals(
        curves.get(3).points().getFirst().result(), curves.get(4).points().getFirst().result());
    double bare = curves.get(0).points().get(1).result().mean();
    double retrained = curves.get(3).points().get(1).result().mean();
    assertTrue(retrained < bare, "seed 1, loss " + bare + ", retrained " + retrained);
  }

  @Test
  void cancellingKeepsWhatWasLearnt() {
    var heard = new ArrayList<List<DensityCurve>>();
    assertThrows(
        CancellationException.class,
        () ->
            LayerSensitivity.measure(
                NETWORK,
                List.of(0.5, 0.1),
                plan(0),
                TEST,
                TEST,
                TEST,
                Progress.none(),
                curves -> {
                  heard.add(curves);
                  if (heard.size() == 2) {
                    throw new CancellationException();
                  }
                }));
    assertEquals(2, heard.getLast().getFirst().points().size());
  }
}
