package org.weighbridge.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void bytesHaveThreeDigits() {
    assertEquals("0 B", Numbers.bytes(0));
    assertEquals("999 B", Numbers.bytes(999));
    assertEquals("1.00 KB", Numbers.bytes(1000));
    assertEquals("10.0 KB", Numbers.bytes(9_999));
    assertEquals("49.9 KB", Numbers.bytes(49_900));
    assertEquals("999 KB", Numbers.bytes(999_499));
    assertEquals("1.00 MB", Numbers.bytes(999_500));
    assertEquals("1.06 MB", Numbers.bytes(1_064_800));
  }

  @Test
  void boundsAreShort() {
    assertEquals("2e-2", Numbers.bound(0.02));
    assertEquals("2e-2", Numbers.bound(0.02f));
    assertEquals("1.25e-3", Numbers.bound(0.00125));
    assertEquals("1e0", Numbers.bound(1));
    assertEquals("1e-4", Numbers.bound(0.00009999));
    assertEquals("0", Numbers.bound(0));
  }

  @Test
  void ratiosPercentagesAndPoints() {
    assertEquals("57.3×", Numbers.ratio(57.3));
    assertEquals("12 346×", Numbers.ratio(12345.6));
    assertEquals("98.37 %", Numbers.percent(0.9837));
    assertEquals("+0.12 pp", Numbers.points(0.12));
    assertEquals("-0.30 pp", Numbers.points(-0.3));
    assertEquals("+0.00 pp", Numbers.points(-0.001));
    assertEquals("0.53", Numbers.probability(0.5296));
    assertEquals("0.016", Numbers.probability(0.01574));
    assertEquals("below 0.001", Numbers.probability(1e-9));
  }

  @Test
  void countsAndDurations() {
    assertEquals("266 200", Numbers.count(266_200));
    assertEquals("1.5 ms", Numbers.duration(1_500_000));
    assertEquals("184 ms", Numbers.duration(184_000_000));
    assertEquals("1.00 s", Numbers.duration(999_900_000));
    assertEquals("2.13 s", Numbers.duration(2_130_000_000L));
    assertEquals("1 min 00 s", Numbers.duration(59_990_000_000L));
    assertEquals("3 min 05 s", Numbers.duration(185_000_000_000L));
  }
}
