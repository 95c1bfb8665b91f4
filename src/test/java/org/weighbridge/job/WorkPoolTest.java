package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkPoolTest {
  @Test
  void everyTaskRunsOnceAlsoWhenNested() {
    var counts = new AtomicIntegerArray(100);
    WorkPool.forEach(10, i -> WorkPool.forEach(10, j -> counts.incrementAndGet(10 * i + j)));
    for (int i = 0; i < 100; i++) {
      assertEquals(1, counts.get(i));
    }
  }

  @Test
  void cancellingComesThrough() {
    assertThrows(
        CancellationException.class,
        () ->
            WorkPool.forEach(
                8,
                i -> {
                  throw new CancellationException("cancelled");
                }));
  }
}
