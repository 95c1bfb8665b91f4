package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoundRangeTest {
  @Test
  void itEndsAtThePowerOfTenAboveTheLargestWeightButNotBelowTheUsual() {
    double[][] cases = {{0.03, 0.2}, {0.2, 0.2}, {0.21, 1}, {1, 1}, {1.5, 10}, {100, 100}};
    for (double[] each : cases) {
      assertEquals(each[1], BoundRange.reaching(each[0]).most(), "largest weight " + each[0]);
    }
  }

  @Test
  void itGrowsAndClamps() {
    var range = BoundRange.USUAL.including(0.01).including(5);
    assertEquals(new BoundRange(1e-4, 10), range);
    assertEquals(10, range.clamp(70));
    assertEquals(1e-4, range.clamp(0));
    assertEquals(new BoundRange(1e-5, 0.2), BoundRange.USUAL.including(3e-5));
  }
}
