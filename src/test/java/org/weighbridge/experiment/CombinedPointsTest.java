package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.optimizer.BoundOptimizer;

class CombinedPointsTest {
  private static final Accuracy BASELINE = new Accuracy(1000, 980, Accuracy.Kind.LABELS);
  private final Network network = TestModels.mlp(3, 20, 16, 12, 10);

  @Test
  void aMixtureIsPredictedNoLargerThanTheBestSingleCoder() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var coders =
          List.of(
              points("sz", random), points("deepsz", random), points("some-other-coder", random));
      double budget = 1 + random.nextDouble();
      long best =
          coders.stream()
              .mapToLong(coder -> BoundOptimizer.leastSize(coder, budget).predictedBytes())
              .min()
              .orElseThrow();
      var mixed =
          BoundOptimizer.leastSize(
              CombinedPoints.orLeftAlone(network, CombinedPoints.of(coders)), budget);
      assertTrue(
          mixed.predictedBytes() <= best,
          "seed %d: %d > %d".formatted(seed, mixed.predictedBytes(), best));
      assertTrue(mixed.predictedLossPoints() <= budget + 1e-6, "seed " + seed);
    }
  }

  @Test
  void everyLayerMayBeLeftAloneAtFourBytesAWeight() {
    var random = new Random(1);
    var all = CombinedPoints.orLeftAlone(network, points("sz", random));
    var choice = BoundOptimizer.leastSize(all, 0);
    var dense = network.layers().stream().mapToLong(layer -> 4L * layer.weights().size()).sum();
    assertEquals(all.otherBytes() + dense, choice.predictedBytes());
    var configuration = Configuration.of(Coding.DEFAULT, choice);
    assertTrue(configuration.settings().isEmpty(), configuration.toString());
  }

  /** Losses of at least 0.05 points a layer, sizes below those of dense weights. */
  private Assessment points(String coder, Random random) {
    var curves = new ArrayList<LayerCurve>();
    for (var layer : network.layers()) {
      var points = new ArrayList<AssessmentPoint>();
      for (int i = 1; i <= 6; i++) {
        var loss = new Loss(0.05 + random.nextDouble() * i / 6, 0.01);
        long bytes = 10L + random.nextInt(3 * layer.weights().size());
        points.add(
            new AssessmentPoint(coder, i * 1e-3, BASELINE, loss, Flips.none(), bytes, i * 1e-3));
      }
      curves.add(new LayerCurve(layer.id(), points));
    }
    return new Assessment(BASELINE, curves, 100 + random.nextInt(20));
  }
}
