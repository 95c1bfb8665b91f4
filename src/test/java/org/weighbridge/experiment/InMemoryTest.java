package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InMemoryTest {
  private static final int MILLION = 1_000_000;

  @Test
  void worksOnWhatFitsTogetherAndOnEverythingOnce() {
    int[] sizes = {1, 4, 4, 4, 50, 1, 1, 8};
    Arrays.setAll(sizes, i -> sizes[i] * MILLION);
    long heap = 800L * MILLION; // room for about nine million weights
    var done = new AtomicIntegerArray(sizes.length);
    var now = new AtomicLong();
    var most = new AtomicLong();
    InMemory.forEach(
        sizes,
        heap,
        i -> {
          long together = now.addAndGet(sizes[i]);
          if (sizes[i] < 50 * MILLION) {
            most.accumulateAndGet(together, Math::max);
          } else {
            assertEquals(sizes[i], together, "what fits nowhere is alone");
          }
          Thread.onSpinWait();
          now.addAndGet(-sizes[i]);
          done.incrementAndGet(i);
        });
    for (int i = 0; i < sizes.length; i++) {
      assertEquals(1, done.get(i), "tensor " + i);
    }
    assertTrue(most.get() <= 9 * MILLION, most + " weights at once");
  }

  @Test
  void doesWithoutAnyRoom() {
    var done = new AtomicIntegerArray(2);
    InMemory.forEach(new int[] {MILLION, MILLION}, 1, done::incrementAndGet);
    assertEquals("[1, 1]", done.toString());
  }
}
