package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LossTest {
  @Test
  void pointsAreWhatWasCounted() {
    assertEquals(0.3, Loss.counted(new Flips(40, 10), 10_000).points());
    assertEquals(-0.1, Loss.counted(new Flips(5, 15), 10_000).points());
  }

  @Test
  void samplesThatDidNotFlipLeaveSomeDoubt() {
    var none = Loss.counted(new Flips(0, 0), 1000);
    assertEquals(0, none.points());
    // an adjusted count of one flip each way on 1002 samples
    assertEquals(100 * Math.sqrt(2) / 1002, none.standardError(), 1e-12);
    assertTrue(none.margin() > 0.2 && none.margin() < 0.4, none.toString());
  }

  /** 95 of 100 intervals hold the truth, also where flips are few. */
  @Test
  void intervalsHoldTheTruth() {
    var random = new Random(31);
    int samples = 500;
    for (double[] truth : new double[][] {{0.002, 0.001}, {0.02, 0.01}, {0.1, 0.02}}) {
      double loss = 100 * (truth[0] - truth[1]);
      int held = 0;
      int draws = 4000;
      for (int draw = 0; draw < draws; draw++) {
        int broken = 0;
        int mended = 0;
        for (int i = 0; i < samples; i++) {
          double which = random.nextDouble();
          broken += which < truth[0] ? 1 : 0;
          mended += which >= truth[0] && which < truth[0] + truth[1] ? 1 : 0;
        }
        var found = Loss.counted(new Flips(broken, mended), samples);
        held += Math.abs(found.points() - loss) <= found.margin() ? 1 : 0;
      }
      assertTrue(held > 0.94 * draws, "seed 31: %d of %d at %s".formatted(held, draws, loss));
    }
  }
}
