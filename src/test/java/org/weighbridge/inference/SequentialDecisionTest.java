package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weighbridge.inference.SequentialTest.Verdict;

class SequentialDecisionTest {
  private static final long SEED = 60;

  /** Verdict and number of samples of one random order. */
  private record Outcome(Verdict verdict, int asked) {}

  /** Draws {@code broken}, {@code mended} and unchanged samples in random order until sure. */
  private static Outcome draw(
      SequentialTest test, int samples, int broken, int mended, SplittableRandom random) {
    var decision = test.begin(samples);
    int brokenLeft = broken;
    int mendedLeft = mended;
    int asked = 0;
    while (decision.verdict() == Verdict.OPEN) {
      int drawn = random.nextInt(samples - asked);
      boolean breaks = drawn < brokenLeft;
      boolean mends = !breaks && drawn < brokenLeft + mendedLeft;
      brokenLeft -= breaks ? 1 : 0;
      mendedLeft -= mends ? 1 : 0;
      decision.observe(!mends, !breaks);
      asked++;
    }
    return new Outcome(decision.verdict(), asked);
  }

  @Test
  void keepsItsErrorOnEitherSideOfTheThreshold() {
    keepsItsError(200);
  }

  @Test
  @Tag("slow")
  void keepsItsErrorInManyRounds() {
    keepsItsError(2000);
  }

  private static void keepsItsError(int rounds) {
    var random = new SplittableRandom(SEED);
    int samples = 2000;
    for (double error : new double[] {0.05, 0.2}) {
      var test = new SequentialTest(1, error); // 20 of 2000
      for (int mended : new int[] {0, 10, 150}) {
        for (int lost : new int[] {20, 21}) { // the hardest cases there are
          Verdict truth = lost <= 20 ? Verdict.WITHIN : Verdict.BEYOND;
          int wrong = 0;
          for (int round = 0; round < rounds; round++) {
            var outcome = draw(test, samples, lost + mended, mended, random);
            wrong += outcome.verdict() == truth ? 0 : 1;
          }
          double noise = 3 * Math.sqrt(error * (1 - error) / rounds);
          assertTrue(
              wrong <= rounds * (error + noise),
              "%d of %d wrong, lost %d, mended %d, seed %d"
                  .formatted(wrong, rounds, lost, mended, SEED));
        }
      }
    }
  }

  @Test
  void stopsEarlyWhereItIsClear() {
    var random = new SplittableRandom(SEED);
    var test = new SequentialTest(1, 0.01);
    var nothing = draw(test, 10_000, 0, 0, random);
    assertEquals(Verdict.WITHIN, nothing.verdict());
    assertTrue(nothing.asked() < 1500, nothing + ", seed " + SEED);
    var ruin = draw(test, 10_000, 1000, 20, random);
    assertEquals(Verdict.BEYOND, ruin.verdict());
    assertTrue(ruin.asked() < 500, ruin + ", seed " + SEED);
  }

  @Test
  void isExactAtTheEnd() {
    // So sure an answer that only counting gives it.
    var test = new SequentialTest(0.3, 1e-300);
    var random = new SplittableRandom(SEED);
    assertEquals(Verdict.WITHIN, draw(test, 10_000, 130, 100, random).verdict());
    assertEquals(Verdict.BEYOND, draw(test, 10_000, 131, 100, random).verdict());
    assertEquals(Verdict.WITHIN, draw(new SequentialTest(-1, 0.01), 100, 3, 4, random).verdict());
    assertEquals(Verdict.BEYOND, draw(new SequentialTest(-1, 0.01), 100, 3, 3, random).verdict());
  }

  @Test
  void knowsWhatNeedsNoSample() {
    assertEquals(Verdict.WITHIN, new SequentialTest(100, 0.05).begin(50).verdict());
    assertEquals(Verdict.BEYOND, new SequentialTest(-101, 0.05).begin(50).verdict());
    assertEquals(Verdict.WITHIN, new SequentialTest(1e9, 0.05).begin(50).verdict());
    assertThrows(IllegalArgumentException.class, () -> new SequentialTest(Double.NaN, 0.05));
    assertThrows(IllegalArgumentException.class, () -> new SequentialTest(1, 0));
  }
}
