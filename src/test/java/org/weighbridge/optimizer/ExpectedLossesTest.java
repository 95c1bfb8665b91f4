package org.weighbridge.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;

/** Losses that are no whole samples, against all combinations and against simpler methods. */
class ExpectedLossesTest {
  @Test
  void leastSizeEqualsTheBestOfAllCombinations() {
    for (int seed = 0; seed < 300; seed++) {
      var assessment = SomeCurves.of(seed, 4, 5);
      double budget = new Random(seed).nextDouble() * 3 - 1;
      long best = Long.MAX_VALUE;
      for (var all : SomeCurves.combinations(assessment)) {
        if (SomeCurves.loss(all) <= budget) {
          best = Math.min(best, SomeCurves.bytes(assessment, all));
        }
      }
      if (best == Long.MAX_VALUE) {
        assertThrows(Fault.class, () -> BoundOptimizer.leastSize(assessment, budget));
      } else {
        var choice = BoundOptimizer.leastSize(assessment, budget);
        assertEquals(best, choice.predictedBytes(), "seed " + seed);
        assertTrue(choice.predictedLossPoints() <= budget + 2e-6, "seed " + seed);
      }
    }
  }

  @Test
  void leastLossEqualsTheBestOfAllCombinations() {
    for (int seed = 0; seed < 300; seed++) {
      var assessment = SomeCurves.of(seed, 4, 5);
      int size = 200 + new Random(seed).nextInt(1500);
      double best = Double.POSITIVE_INFINITY;
      for (var all : SomeCurves.combinations(assessment)) {
        if (SomeCurves.bytes(assessment, all) <= size) {
          best = Math.min(best, SomeCurves.loss(all));
        }
      }
      if (Double.isInfinite(best)) {
        assertThrows(Fault.class, () -> BoundOptimizer.leastLoss(assessment, size));
      } else {
        var choice = BoundOptimizer.leastLoss(assessment, size);
        assertEquals(best, choice.predictedLossPoints(), 1e-8, "seed " + seed);
        assertTrue(choice.predictedBytes() <= size, "seed " + seed);
      }
    }
  }

  @Test
  void exactChoiceLiesBetweenTheRelaxationAndTheGreedyChoice() {
    boolean greedyWasWorse = false;
    for (int seed = 0; seed < 300; seed++) {
      var assessment = SomeCurves.of(seed, 12, 9);
      double budget = 8 * new Random(seed).nextDouble();
      CrossCheck check;
      try {
        check = BoundOptimizer.crossCheck(assessment, budget);
      } catch (Fault unreachable) {
        continue;
      }
      assertTrue(check.relaxedBytes() <= check.exactBytes() + 1e-6, "seed " + seed + check);
      assertTrue(check.greedyBytes() >= check.exactBytes(), "seed " + seed + check);
      assertTrue(check.relaxedGap() >= -1e-9 && check.greedyGap() >= 0, "seed " + seed + check);
      greedyWasWorse |= check.greedyGap() > 0;
    }
    assertTrue(greedyWasWorse, "greedy should not always be exact");
  }

  @Test
  void priceIsWhatMoreLossSavesAtMost() {
    for (int seed = 0; seed < 100; seed++) {
      var assessment = SomeCurves.of(seed, 12, 9);
      if (BoundOptimizer.leastLoss(assessment, Long.MAX_VALUE).predictedLossPoints() > 1) {
        continue;
      }
      double price = BoundOptimizer.bytesPerPoint(assessment, 1);
      var here = BoundOptimizer.crossCheck(assessment, 1);
      var beyond = BoundOptimizer.crossCheck(assessment, 1.5);
      assertTrue(here.relaxedBytes() - 0.5 * price <= beyond.relaxedBytes() + 1e-6, "seed " + seed);
    }
  }

  @Test
  void aFrontOfManyLayersIsMonotonous() {
    var front = BoundOptimizer.front(SomeCurves.of(5, 60, 12), 40, 100).choices();
    assertTrue(front.size() > 50 && front.size() <= 100, "only " + front.size());
    for (int i = 1; i < front.size(); i++) {
      assertTrue(front.get(i).predictedBytes() < front.get(i - 1).predictedBytes());
      assertTrue(front.get(i).predictedLossPoints() > front.get(i - 1).predictedLossPoints());
    }
  }
}
