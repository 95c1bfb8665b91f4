package org.weighbridge.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

class BoundOptimizerTest {
  private static final int SAMPLES = 1000;
  private static final int CORRECT = 980;

  @Test
  void leastSizeEqualsTheBestOfAllCombinations() {
    for (int seed = 0; seed < 200; seed++) {
      var assessment = random(seed);
      for (double budget : new double[] {0, 0.1, 0.5, 2}) {
        long best = Long.MAX_VALUE;
        for (var all : combinations(assessment)) {
          if (loss(all) <= Math.round(budget * SAMPLES / 100)) {
            best = Math.min(best, bytes(assessment, all));
          }
        }
        if (best == Long.MAX_VALUE) {
          assertThrows(Fault.class, () -> BoundOptimizer.leastSize(assessment, budget));
        } else {
          var choice = BoundOptimizer.leastSize(assessment, budget);
          assertEquals(best, choice.predictedBytes(), "seed " + seed + " budget " + budget);
          assertTrue(choice.predictedLossPoints() <= budget + 1e-9, "seed " + seed);
        }
      }
    }
  }

  @Test
  void leastLossEqualsTheBestOfAllCombinations() {
    for (int seed = 0; seed < 200; seed++) {
      var assessment = random(seed);
      for (long size : new long[] {300, 600, 1200, 5000}) {
        int best = Integer.MAX_VALUE;
        for (var all : combinations(assessment)) {
          if (bytes(assessment, all) <= size) {
            best = Math.min(best, loss(all));
          }
        }
        if (best == Integer.MAX_VALUE) {
          assertThrows(Fault.class, () -> BoundOptimizer.leastLoss(assessment, size));
        } else {
          var choice = BoundOptimizer.leastLoss(assessment, size);
          assertEquals(100.0 * best / SAMPLES, choice.predictedLossPoints(), 1e-9, "seed " + seed);
          assertTrue(choice.predictedBytes() <= size, "seed " + seed);
        }
      }
    }
  }

  @Test
  void frontHoldsTheChoiceForEveryBudget() {
    for (int seed = 0; seed < 200; seed++) {
      var assessment = random(seed);
      Front front;
      try {
        front = BoundOptimizer.front(assessment, 3, 1000);
      } catch (Fault unreachable) {
        continue;
      }
      for (double budget : new double[] {0, 0.1, 0.5, 2, 3}) {
        var choice = front.within(budget);
        if (choice.isPresent()) {
          assertEquals(BoundOptimizer.leastSize(assessment, budget), choice.get(), "seed " + seed);
        } else {
          assertThrows(Fault.class, () -> BoundOptimizer.leastSize(assessment, budget));
        }
      }
      for (int i = 1; i < front.choices().size(); i++) {
        var better = front.choices().get(i - 1);
        var smaller = front.choices().get(i);
        assertTrue(smaller.predictedLossPoints() > better.predictedLossPoints(), "seed " + seed);
        assertTrue(smaller.predictedBytes() < better.predictedBytes(), "seed " + seed);
      }
    }
  }

  @Test
  void thinnedFrontKeepsItsEnds() {
    var assessment = random(4, 8);
    var whole = BoundOptimizer.front(assessment, 5, 1000).choices();
    var few = BoundOptimizer.front(assessment, 5, 4).choices();
    assertTrue(whole.size() > 4, "only " + whole.size());
    assertTrue(few.size() <= 4 && whole.containsAll(few));
    assertEquals(whole.getFirst(), few.getFirst());
    assertEquals(whole.getLast(), few.getLast());
  }

  @Test
  void predictionIsTheSumOfTheChosenPoints() {
    var choice = BoundOptimizer.leastSize(random(3), 2);
    double loss = choice.points().values().stream().mapToDouble(AssessmentPoint::lossPoints).sum();
    assertEquals(loss, choice.predictedLossPoints(), 1e-9);
  }

  @Test
  void layersThatWereNotAssessedTakeNoPart() {
    var curves = new ArrayList<>(random(5).curves());
    curves.add(new LayerCurve(new LayerId("new"), List.of()));
    var assessment = new Assessment(baseline(), curves, 100);
    assertEquals(curves.size() - 1, BoundOptimizer.leastSize(assessment, 50).points().size());
    var empty = new Assessment(baseline(), List.of(), 100);
    assertThrows(Fault.class, () -> BoundOptimizer.leastSize(empty, 1));
  }

  private static Assessment random(int seed) {
    return random(seed, 3);
  }

  private static Assessment random(int seed, int layers) {
    var random = new Random(seed);
    var curves = new ArrayList<LayerCurve>();
    for (int layer = 0; layer < layers; layer++) {
      var points = new ArrayList<AssessmentPoint>();
      for (int i = 1; i <= 1 + random.nextInt(5); i++) {
        int lost = random.nextInt(25) - 5;
        var accuracy = new Accuracy(SAMPLES, CORRECT - lost, Accuracy.Kind.LABELS);
        var loss = new Loss(accuracy.lossPointsFrom(baseline()), 0);
        int size = 10 + random.nextInt(500);
        points.add(
            new AssessmentPoint("sz", i * 1e-3, accuracy, loss, new Flips(0, 0), size, i * 1e-3));
      }
      curves.add(new LayerCurve(new LayerId("layer" + layer), points));
    }
    return new Assessment(baseline(), curves, 100);
  }

  private static Accuracy baseline() {
    return new Accuracy(SAMPLES, CORRECT, Accuracy.Kind.LABELS);
  }

  private static List<List<AssessmentPoint>> combinations(Assessment assessment) {
    List<List<AssessmentPoint>> all = List.of(List.of());
    for (var curve : assessment.curves()) {
      var longer = new ArrayList<List<AssessmentPoint>>();
      for (var start : all) {
        for (var point : curve.points()) {
          var next = new ArrayList<>(start);
          next.add(point);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static int loss(List<AssessmentPoint> points) {
    return points.stream().mapToInt(p -> CORRECT - p.accuracy().correct()).sum();
  }

  private static long bytes(Assessment assessment, List<AssessmentPoint> points) {
    return assessment.otherBytes() + points.stream().mapToLong(AssessmentPoint::bytes).sum();
  }
}
