package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LearningRateTest {
  @Test
  void coursesAreWhatTheyAreCalled() {
    assertEquals(0.1, new LearningRate.Constant(0.1).at(3.5, 10));
    var steps = new LearningRate.Steps(0.1, 0.5, 2);
    assertEquals(0.1, steps.at(1.99, 10));
    assertEquals(0.05, steps.at(2, 10));
    assertEquals(0.0125, steps.at(6.5, 10));
    var cosine = new LearningRate.Cosine(0.2);
    assertEquals(0.2, cosine.at(0, 10));
    assertEquals(0.1, cosine.at(5, 10), 1e-12);
    assertEquals(0, cosine.at(10, 10), 1e-12);
    var warm = new LearningRate.WarmUp(2, new LearningRate.Constant(0.1));
    assertEquals(0, warm.at(0, 10));
    assertEquals(0.05, warm.at(1, 10));
    assertEquals(0.1, warm.at(3, 10));
    assertEquals(new LearningRate.WarmUp(2, new LearningRate.Constant(1)), warm.scaledTo(1));
  }

  @Test
  void impossibleOnesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LearningRate.Cosine(0));
    assertThrows(IllegalArgumentException.class, () -> new LearningRate.Constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new LearningRate.Steps(1, 2, 1));
    var warm = new LearningRate.WarmUp(1, new LearningRate.Cosine(1));
    assertThrows(IllegalArgumentException.class, () -> new LearningRate.WarmUp(1, warm));
  }

  @Test
  void pruningIsDoneInItsLastRound() {
    assertEquals(1, PruningSchedule.ONE_SHOT.done(0, 10));
    var four = new PruningSchedule(4);
    assertEquals(0.578125, four.done(0, 100));
    assertEquals(0.578125, four.done(24, 100));
    assertEquals(0.875, four.done(25, 100));
    assertEquals(1, four.done(75, 100));
    assertEquals(1, four.done(99, 100));
    assertEquals(0.999, new PruningSchedule(10).done(8, 10), 1e-12);
  }
}
