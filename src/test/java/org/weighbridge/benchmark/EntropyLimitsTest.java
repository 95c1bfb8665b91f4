package org.weighbridge.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EntropyLimitsTest {
  @Test
  void countsBinsAndMask() {
    // bins 1, 1, -1, 2 of four kept weights among eight: 1.5 bits each, and 1 bit for each position
    var limits = EntropyLimits.of(new float[] {0, 0.02f, 0.021f, -0.02f, 0, -0f, 0.04f, 0}, 0.01);
    assertEquals(4 * 1.5 / 8, limits.order0Bytes(), 1e-12);
    assertEquals(1, limits.iidMaskBytes(), 1e-12);
    assertEquals(1.75, limits.sumBytes(), 1e-12);
    assertEquals(3.5, limits.plus(limits).sumBytes(), 1e-12);
  }

  @Test
  void countsBinsOfAnyNumber() {
    var limits = EntropyLimits.of(new float[] {1e30f, 1e30f, -1e30f, 1f}, 1e-30);
    assertEquals(4 * 1.5 / 8, limits.order0Bytes(), 1e-12);
    assertEquals(0, limits.iidMaskBytes(), 1e-12);
    assertEquals(0, EntropyLimits.of(new float[5], 0.01).sumBytes());
    assertEquals(0, EntropyLimits.of(new float[0], 0.01).sumBytes());
  }
}
