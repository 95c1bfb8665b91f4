package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParallelGeometryTest {
  private final PlotGeometry geometry = new PlotGeometry(300, 154, 3);

  @Test
  void logarithmicAxesPutFactorsAtEqualDistances() {
    var axis = new Axis(Quantity.RATIO, 1, 100);
    assertEquals(0, axis.at(1), 1e-12);
    assertEquals(0.5, axis.at(10), 1e-12);
    assertEquals(1, axis.at(100), 1e-12);
    assertEquals(10, axis.value(0.5), 1e-9);
    assertTrue(Double.isNaN(axis.at(0)));
    assertTrue(Double.isNaN(axis.at(Double.NaN)));
  }

  @Test
  void linearAxesShowNothingAndLess() {
    var axis = new Axis(Quantity.LOSS, -1, 1);
    assertEquals(0.5, axis.at(0), 1e-12);
    assertEquals(0.25, axis.at(-0.5), 1e-12);
    assertEquals(-0.5, axis.value(0.25), 1e-12);
  }

  @Test
  void anAxisHoldsAllValuesWithRoomAround() {
    var axis = Axis.over(Quantity.RATIO, new double[] {20, Double.NaN, 80});
    assertTrue(axis.at(20) > 0 && axis.at(20) < 0.1, "least " + axis.at(20));
    assertTrue(axis.at(80) < 1 && axis.at(80) > 0.9, "most " + axis.at(80));
    var one = Axis.over(Quantity.RATIO, new double[] {20, 20});
    assertEquals(0.5, one.at(20), 1e-12);
    var same = Axis.over(Quantity.LOSS, new double[] {0});
    assertEquals(0.5, same.at(0), 1e-12);
    assertTrue(Axis.over(Quantity.LOSS, new double[] {}).most() > 0);
  }

  @Test
  void placesAndHeightsAreInverse() {
    assertEquals(50, geometry.x(0));
    assertEquals(250, geometry.x(2));
    for (double at : new double[] {0, 0.3, 1}) {
      assertEquals(at, geometry.at(geometry.y(at)), 1e-12);
    }
    assertEquals(1, geometry.at(-10));
    assertEquals(0, geometry.at(1000));
  }

  @Test
  void anAxisIsFoundWithinReach() {
    assertEquals(0, geometry.axis(45, 10));
    assertEquals(1, geometry.axis(160, 10));
    assertEquals(-1, geometry.axis(100, 10));
    assertEquals(2, geometry.axis(259, 10));
  }

  @Test
  void theDistanceIsToTheNearestSegment() {
    double[] line = {0, 1, 1};
    assertEquals(0, geometry.distance(line, 100, (geometry.y(0) + geometry.y(1)) / 2), 1e-9);
    assertEquals(7, geometry.distance(line, 200, geometry.y(1) + 7), 1e-9);
    double[] gap = {0, Double.NaN, 1};
    assertTrue(geometry.distance(gap, 100, geometry.y(0)) > 40, "nothing is drawn there");
    assertEquals(0, geometry.distance(gap, 250, geometry.y(1)), 1e-9);
    double[] nothing = {Double.NaN, Double.NaN, Double.NaN};
    assertEquals(Double.POSITIVE_INFINITY, geometry.distance(nothing, 100, 100));
  }

  @Test
  void anIntervalHoldsItsEndsAndNothingUnknown() {
    var interval = Interval.between(3, 1);
    assertTrue(interval.holds(1) && interval.holds(3) && interval.holds(2));
    assertFalse(interval.holds(0.99) || interval.holds(3.01) || interval.holds(Double.NaN));
  }
}
