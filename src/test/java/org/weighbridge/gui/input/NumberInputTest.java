package org.weighbridge.gui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumberInputTest {
  @Test
  void takesWhatPeopleType() {
    assertEquals(OptionalDouble.of(0.02), NumberInput.parse(" 2e-2 "));
    assertEquals(OptionalDouble.of(0.02), NumberInput.parse("2E-2"));
    assertEquals(OptionalDouble.of(0.3), NumberInput.parse("0,3"));
  }

  @Test
  void refusesTheRest() {
    for (String typed : new String[] {"", "abc", "-1", "0", "NaN", "Infinity", "1e999"}) {
      assertEquals(OptionalDouble.empty(), NumberInput.parse(typed), typed);
    }
  }
}
