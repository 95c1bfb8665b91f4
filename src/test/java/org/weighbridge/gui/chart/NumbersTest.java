package org.weighbridge.gui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void boundsHaveThreeDigitsAndNoPaddedExponent() {
    assertEquals("2.00e-2", Numbers.bound(0.02));
    assertEquals("1.25e-4", Numbers.bound(1.25e-4));
    assertEquals("1.00e0", Numbers.bound(1));
    assertEquals("1.00e-10", Numbers.bound(1e-10));
  }

  @Test
  void bytesHaveThreeDigits() {
    assertEquals("0 B", Numbers.bytes(0));
    assertEquals("999 B", Numbers.bytes(999));
    assertEquals("1.00 kB", Numbers.bytes(1000));
    assertEquals("41.1 kB", Numbers.bytes(41_124));
    assertEquals("1.00 MB", Numbers.bytes(999_900));
    assertEquals("233 MB", Numbers.bytes(233_000_000));
    assertEquals("2.10 GB", Numbers.bytes(2_100_000_000L));
  }

  @Test
  void stepsGo125() {
    double[] steps = {1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2};
    for (int i = 0; i + 1 < steps.length; i++) {
      assertEquals(steps[i + 1], Numbers.stepUp(steps[i]));
      assertEquals(steps[i], Numbers.stepDown(steps[i + 1]));
    }
    assertEquals(5e-3, Numbers.stepUp(3.3e-3));
    assertEquals(2e-3, Numbers.stepDown(3.3e-3));
  }

  @Test
  void axisLabelsAreShort() {
    assertEquals("1e-3", AxisLabels.decade(1e-3));
    assertEquals("1e2", AxisLabels.decade(100));
    assertEquals("2e-3", AxisLabels.decade(2e-3));
    assertEquals("5e-4", AxisLabels.decade(5e-4));
    assertEquals("0", AxisLabels.decimal(1e-17));
    assertEquals("97.5", AxisLabels.decimal(97.5));
    assertEquals("-0.005", AxisLabels.decimal(-0.005));
    assertEquals("-2e-4", AxisLabels.decimal(-2e-4));
    assertEquals("1.5e-4", AxisLabels.decimal(1.5e-4));
    assertEquals("350k", AxisLabels.count(350_000));
    assertEquals("2.5M", AxisLabels.count(2_500_000));
    assertEquals("900", AxisLabels.count(900));
  }
}
