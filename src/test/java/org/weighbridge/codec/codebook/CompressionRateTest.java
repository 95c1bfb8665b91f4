package org.weighbridge.codec.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CompressionRateTest {
  /** Han et al., 2016, section 3: 4 × 4 weights of 32 bits share 4 values. */
  @Test
  void isThatOfThePublishedExample() {
    assertEquals(3.2, CompressionRate.of(16, 4, 32), 1e-12);
  }

  @Test
  void isTheWidthOfCodesWhenWeightsAreMany() {
    assertEquals(32.0 / 5, CompressionRate.of(1L << 40, 32, 32), 1e-6);
    assertEquals(0.5, CompressionRate.of(1, 2, 1), 0.2);
  }
}
