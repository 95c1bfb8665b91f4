package org.weighbridge.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViridisTest {
  @Test
  void runsFromDarkBlueToYellowAndStopsThere() {
    assertEquals(0x440154, Viridis.rgb(0));
    assertEquals(0xFDE725, Viridis.rgb(1));
    assertEquals(0x440154, Viridis.rgb(-3));
    assertEquals(0xFDE725, Viridis.rgb(Double.POSITIVE_INFINITY));
    assertEquals(0x440154, Viridis.rgb(Double.NaN));
  }

  @Test
  void growsLighterAllTheWay() {
    double before = -1;
    for (int i = 0; i <= 255; i++) {
      int rgb = Viridis.rgb(i / 255.0);
      double luma = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF);
      assertTrue(luma > before - 0.5, "darker at " + i);
      before = luma;
    }
  }
}
