package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsTextLeftAndNumbersRight() {
    var table =
        TextTable.of("layer", "bytes>", "note")
            .withRow("fc1.weight", "12 345", "")
            .withRow("b", "7", "ε")
            .withRule()
            .withRow("", "12 352", "sum");

    assertEquals(
        """
        layer        bytes  note
        ------------------------
        fc1.weight  12 345
        b                7  ε
        ------------------------
                    12 352  sum
        """,
        table.render());
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    var table = TextTable.of("layer", "bytes>");
    assertThrows(IllegalArgumentException.class, () -> table.withRow("fc1.weight"));
  }
}
