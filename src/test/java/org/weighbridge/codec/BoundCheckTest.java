package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoundCheckTest {
  @Test
  void countsWhatBreaksTheBound() {
    var check = BoundCheck.of(new float[] {1, 2, 3}, new float[] {1.5f, 2, 2.25f}, 0.5);
    assertEquals(new BoundCheck(0.75, 1), check);
    assertFalse(check.ok());
  }

  @Test
  void keepsZerosZeroWhateverTheBound() {
    assertTrue(BoundCheck.keeps(-0f, 0f, 1));
    assertTrue(BoundCheck.keeps(0f, -0f, 1));
    assertFalse(BoundCheck.keeps(0f, Float.MIN_VALUE, 1));
    assertTrue(BoundCheck.keeps(0.5f, 0f, 1), "a kept weight may become zero within the bound");
  }

  @Test
  void wantsNaNAndInfinitiesBitForBit() {
    float payload = Float.intBitsToFloat(0x7fc01234);
    assertTrue(BoundCheck.keeps(payload, payload, 1));
    assertFalse(BoundCheck.keeps(payload, Float.NaN, 1));
    assertFalse(BoundCheck.keeps(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1));
    assertFalse(BoundCheck.keeps(1f, Float.NaN, 1));
    assertFalse(BoundCheck.keeps(1f, Float.POSITIVE_INFINITY, Double.MAX_VALUE));
    var lost = BoundCheck.of(new float[] {1f}, new float[] {Float.NaN}, 1);
    assertEquals(new BoundCheck(Double.POSITIVE_INFINITY, 1), lost);
  }

  /** 1e30 + 1e-30 is 1e30 in a double: only exact arithmetic sees the difference. */
  @Test
  void isExactWhereDoublesRound() {
    float large = 1e30f;
    double bound = large;
    assertTrue(BoundCheck.keeps(large, Float.MIN_VALUE, bound));
    assertFalse(BoundCheck.keeps(large, -Float.MIN_VALUE, bound));
    assertFalse(BoundCheck.keeps(0.01f, 0f, 0.01f - 1e-12));
  }

  @Test
  void refusesArraysOfDifferentLengths() {
    assertThrows(
        IllegalArgumentException.class, () -> BoundCheck.of(new float[1], new float[2], 1));
  }
}
