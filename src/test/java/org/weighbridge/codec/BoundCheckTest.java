package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
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

  /** Weights are looked at in chunks first; what is found must be what single weights say. */
  @Test
  void findsInChunksWhatItFindsOneByOne() {
    float[] odd = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f};
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      float[] original = new float[9_000];
      float[] decoded = new float[original.length];
      for (int i = 0; i < original.length; i++) {
        original[i] = random.nextInt(4) == 0 ? random.nextFloat() : 0;
        decoded[i] = original[i] == 0 ? 0 : original[i] + 0.01f * (random.nextFloat() - 0.5f);
      }
      for (int left = seed % 4; left > 0; left--) {
        original[random.nextInt(original.length)] = odd[random.nextInt(odd.length)];
        decoded[random.nextInt(original.length)] = odd[random.nextInt(odd.length)];
        decoded[random.nextInt(original.length)] += 0.01f;
      }
      double bound = 0.006;
      assertEquals(
          single(original, decoded, bound),
          BoundCheck.of(original, decoded, bound),
          "seed " + seed);
    }
  }

  private static BoundCheck single(float[] original, float[] decoded, double bound) {
    double largest = 0;
    long violations = 0;
    for (int i = 0; i < original.length; i++) {
      violations += BoundCheck.keeps(original[i], decoded[i], bound) ? 0 : 1;
      if (Float.isFinite(original[i])) {
        double error = Math.abs((double) original[i] - decoded[i]);
        largest = Math.max(largest, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
      }
    }
    return new BoundCheck(largest, violations);
  }

  @Test
  void zerosThatNobodyPromisedAreHeldToTheBoundAlone() {
    float[] zeros = new float[5_000];
    float[] decoded = new float[5_000];
    decoded[4_500] = 0.001f;
    assertTrue(BoundCheck.of(zeros, decoded, 0.01, Promise.NONE).ok());
    assertEquals(1, BoundCheck.of(zeros, decoded, 0.01).violations());
  }

  @Test
  void refusesArraysOfDifferentLengths() {
    assertThrows(
        IllegalArgumentException.class, () -> BoundCheck.of(new float[1], new float[2], 1));
  }
}
