package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AccuracyTest {
  private static Accuracy of(int correct, int samples) {
    return new Accuracy(samples, correct, Accuracy.Kind.LABELS);
  }

  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score, no correction). */
  @Test
  void givesWilsonsPublishedIntervals() {
    assertEquals(0.2553, of(81, 263).low(), 5e-5);
    assertEquals(0.3662, of(81, 263).high(), 5e-5);
    assertEquals(0.0624, of(15, 148).low(), 5e-5);
    assertEquals(0.1605, of(15, 148).high(), 5e-5);
    assertEquals(0.0, of(0, 20).low(), 5e-5);
    assertEquals(0.1611, of(0, 20).high(), 5e-5);
    assertEquals(0.0061, of(1, 29).low(), 5e-5);
    assertEquals(0.1718, of(1, 29).high(), 5e-5);
  }

  @Test
  void countsLossInPercentagePoints() {
    assertEquals(0.25, of(9812, 10_000).lossPointsFrom(of(9837, 10_000)), 1e-12);
    assertEquals(-0.25, of(9837, 10_000).lossPointsFrom(of(9812, 10_000)), 1e-12);
  }
}
