package org.weighbridge.cli.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class StarvingTest {
  private final Starving starving = new Starving();

  /** The second of a minute at which it is found out, or -1. */
  private int found(double collecting, double full) {
    for (int second = 0; second < 60; second++) {
      if (starving.after(1_000L * second, (long) (1_000 * collecting * second), full)) {
        return second;
      }
    }
    return -1;
  }

  @Test
  void tenSecondsOfCollectingInVainAreStarving() {
    assertEquals(10, found(0.9, 0.99));
  }

  @Test
  void collectingThatFindsRoomIsNot() {
    assertEquals(-1, found(0.9, 0.9));
  }

  @Test
  void aFullHeapThatIsSeldomCollectedIsNot() {
    assertEquals(-1, found(0.4, 1));
  }

  @Test
  void roomFoundInBetweenBeginsAnew() {
    for (int second = 0; second < 60; second++) {
      double full = second % 9 == 8 ? 0.5 : 1;
      assertFalse(starving.after(1_000L * second, 1_000L * second, full), second + " s");
    }
  }

  @Test
  void whatWasCollectedLongAgoDoesNotCount() {
    for (int second = 0; second < 60; second++) {
      long collecting = 1_000L * Math.min(second, 4) + 100L * Math.max(0, second - 4);
      assertFalse(starving.after(1_000L * second, collecting, 1), second + " s");
    }
  }
}
