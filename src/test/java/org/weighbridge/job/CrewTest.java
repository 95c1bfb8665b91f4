package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
  @Test
  void doesEveryTaskOnce() {
    for (int threads : new int[] {1, 2, 5}) {
      var done = new AtomicIntegerArray(100);
      Crew.forEach(threads, 100, done::incrementAndGet);
      for (int i = 0; i < 100; i++) {
        assertEquals(1, done.get(i));
      }
    }
    Crew.forEach(3, 0, i -> assertTrue(false, "nothing to do"));
  }

  @Test
  void worksSideBySide() {
    var both = new CountDownLatch(2);
    Crew.forEach(
        2,
        2,
        i -> {
          both.countDown();
          await(both);
        });
    assertEquals(0, both.getCount());
  }

  @Test
  void waitsForAllBeforeItFails() {
    var failure = new CancellationException("no longer wanted");
    var begun = new CountDownLatch(2);
    var running = new AtomicInteger();
    var thrown =
        assertThrows(
            CancellationException.class,
            () ->
                Crew.forEach(
                    2,
                    50,
                    i -> {
                      running.incrementAndGet();
                      begun.countDown();
                      await(begun);
                      running.decrementAndGet();
                      throw failure;
                    }));
    assertSame(failure, thrown);
    assertEquals(0, running.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
