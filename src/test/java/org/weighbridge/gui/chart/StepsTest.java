package org.weighbridge.gui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void stepsGo125() {
    double[] steps = {1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2};
    for (int i = 0; i + 1 < steps.length; i++) {
      assertEquals(steps[i + 1], Steps.stepUp(steps[i]));
      assertEquals(steps[i], Steps.stepDown(steps[i + 1]));
    }
    assertEquals(5e-3, Steps.stepUp(3.3e-3));
    assertEquals(2e-3, Steps.stepDown(3.3e-3));
  }

  @Test
  void logarithmicAxesOfLessThanAnOctaveHaveEvenTicks() {
    var ticks = new DoubleArrayList();
    LogAxis.even(57.3, 74.8, ticks);
    assertArrayEquals(
        new double[] {60, 65, 70}, Arrays.copyOf(ticks.elements(), ticks.size()), 1e-9);
    ticks.clear();
    LogAxis.even(0.0101, 0.0109, ticks);
    assertArrayEquals(
        new double[] {0.0102, 0.0104, 0.0106, 0.0108},
        Arrays.copyOf(ticks.elements(), ticks.size()),
        1e-9);
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
