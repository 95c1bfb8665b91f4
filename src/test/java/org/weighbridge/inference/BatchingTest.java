package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BatchingTest {
  @Test
  void cutsSmallSamplesIntoThousands() {
    Batching batching = Batching.of(2500, 784, -1);
    assertEquals(3, batching.count());
    assertEquals(2000, batching.from(2));
    assertEquals(500, batching.size(2));
    assertEquals(500, batching.fed(2));
  }

  @Test
  void cutsLargeSamplesByBytes() {
    assertEquals(55, Batching.of(1000, 3 * 224 * 224, -1).rows());
    assertEquals(1, Batching.of(10, 1 << 28, -1).rows());
  }

  @Test
  void padsAFixedBatch() {
    Batching batching = Batching.of(10, 784, 4);
    assertEquals(3, batching.count());
    assertEquals(2, batching.size(2));
    assertEquals(4, batching.fed(2));
  }
}
