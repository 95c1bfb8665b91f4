package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FlipsTest {
  /** Two-sided binomial probabilities, added up by hand from Pascal's triangle. */
  @Test
  void testsAsTheBinomialDistributionSays() {
    assertEquals(1, new Flips(0, 0).pValue());
    assertEquals(1, new Flips(1, 0).pValue(), 1e-15);
    assertEquals(0.5, new Flips(2, 0).pValue(), 1e-15);
    assertEquals(2.0 / 1024 * 1, new Flips(10, 0).pValue(), 1e-15);
    assertEquals(2.0 / 1024 * (1 + 10 + 45), new Flips(8, 2).pValue(), 1e-14);
    assertEquals(2.0 / 1024 * (1 + 10 + 45), new Flips(2, 8).pValue(), 1e-14);
    assertEquals(1, new Flips(5, 5).pValue(), 1e-14);
  }

  /** The usual textbook table: 121 and 59 discordant pairs, exact p = 4.434e-06. */
  @Test
  void agreesWithThePublishedExample() {
    assertEquals(4.434e-6, new Flips(121, 59).pValue(), 0.0005e-6);
  }

  @Test
  void doesNotUnderflowToNonsense() {
    assertEquals(0, new Flips(5000, 0).pValue());
    assertEquals(1, new Flips(5000, 5000).pValue(), 1e-9);
  }
}
