package org.weighbridge.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTypeTest {
  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void everyValueOfTwoBytesComesBack(ElementType type) {
    byte[] all = new byte[2 << 16];
    for (int i = 0; i < 1 << 16; i++) {
      all[2 * i] = (byte) i;
      all[2 * i + 1] = (byte) (i >> 8);
    }
    float[] values = type.read(MemorySegment.ofArray(all), 0, 1 << 16);
    var again = new byte[all.length];
    type.write(values, MemorySegment.ofArray(again), 0);
    assertArrayEquals(all, again);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void roundsToTheNearestOfAll(ElementType type) {
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      float value = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(20) - 14));
      float rounded = type.round(value);
      assertEquals(rounded, type.round(rounded), "seed 1, " + value);
      float half = Math.abs(rounded - value);
      float beyond = type.round(value + 2 * (rounded - value));
      assertTrue(
          half <= Math.abs(beyond - value) || beyond == rounded, "seed 1, %a".formatted(value));
    }
  }

  @Test
  void knownValues() {
    byte[] ones = {0, 0x3C, (byte) 0x80, 0x3F, 0, 0, (byte) 0x80, 0x3F};
    var segment = MemorySegment.ofArray(ones);
    assertEquals(1f, ElementType.FLOAT16.read(segment, 0, 1)[0]);
    assertEquals(1f, ElementType.BFLOAT16.read(segment, 2, 1)[0]);
    assertEquals(1f, ElementType.FLOAT32.read(segment, 4, 1)[0]);
    assertEquals(1f, ElementType.BFLOAT16.round(1f + 1f / 256)); // a tie goes to even
    assertEquals(1.015625f, ElementType.BFLOAT16.round(1f + 3f / 256));
    assertEquals(Float.POSITIVE_INFINITY, ElementType.FLOAT16.round(65520f));
    assertEquals(65504f, ElementType.FLOAT16.round(65519f));
    assertTrue(Float.isNaN(ElementType.BFLOAT16.round(Float.intBitsToFloat(0x7F80_0001))));
  }
}
