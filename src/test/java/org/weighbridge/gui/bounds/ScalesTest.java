package org.weighbridge.gui.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.Axis;

class ScalesTest {
  private static final Axis BITS = Axis.Steps.bits("Bits per weight", 1, 8, 5);

  @ParameterizedTest
  @ValueSource(strings = {"5", "5 bits", "bits:5", " 5 BIT ", "5bits", "5,2"})
  void bitsAreTypedAsPeopleDo(String typed) {
    assertEquals(OptionalDouble.of(Math.scalb(1.0, -5)), Scales.typed(BITS, typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bits", "energy:0.9", "5 apples", "rel:1e-3", "1e", "--5"})
  void nonsenseIsNone(String typed) {
    assertEquals(OptionalDouble.empty(), Scales.typed(BITS, typed));
  }

  @Test
  void boundsAreNumbers() {
    assertEquals(OptionalDouble.of(0.02), Scales.typed(new Axis.Bounds(), "2e-2"));
    assertEquals(OptionalDouble.empty(), Scales.typed(new Axis.Bounds(), "5 bits"));
  }

  @Test
  void stepsAreReadByTheirNames() {
    var scale = Scales.of(BITS);
    assertEquals("5 bits", scale.marked(Math.scalb(1.0, -5)));
    assertEquals("1 bit", scale.text(0.5));
    assertEquals(Math.scalb(1.0, -5), scale.snap(0.03));
    assertEquals(Math.scalb(1.0, -4), scale.next(Math.scalb(1.0, -5), true));
    assertEquals(0.5, scale.next(0.5, true), "the end is the end");
    assertTrue(Scales.choosable(BITS));
    assertFalse(Scales.choosable(Axis.Steps.none()));
  }
}
