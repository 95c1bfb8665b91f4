package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class BatchingTest {
  @Test
  void cutsSmallSamplesIntoAtMostThousands() {
    assertEquals(1000, Batching.of(60_000, 4 * 784, -1).rows());
    assertEquals(64, Batching.of(100, 4 * 784, -1).rows());
    Batching batching = Batching.of(2500, 4 * 784, -1);
    assertEquals(16, batching.count());
    assertEquals(2355, batching.from(15));
    assertEquals(145, batching.size(15));
    assertEquals(145, batching.fed(15));
  }

  @Test
  void cutsSamplesByTheirLargestTensor() {
    assertEquals(64, Batching.of(10_000, 4 * 16 * 32 * 32, -1).rows());
    assertEquals(4, Batching.of(1000, 4 * 64 * 224 * 224, -1).rows());
    assertEquals(2, Batching.of(10, 1 << 25, -1).rows());
    assertEquals(1, Batching.of(10, 1 << 28, -1).rows());
  }

  @Test
  void findsTheBatchesOfSamples() {
    var some = new BitSet();
    some.set(1000);
    some.set(1999);
    some.set(2499);
    var batches = new BitSet();
    batches.set(1, 3);
    assertEquals(batches, new Batching(2500, 1000, false).batchesOf(some));
  }

  @Test
  void padsAFixedBatch() {
    Batching batching = Batching.of(10, 4 * 784, 4);
    assertEquals(3, batching.count());
    assertEquals(2, batching.size(2));
    assertEquals(4, batching.fed(2));
  }
}
