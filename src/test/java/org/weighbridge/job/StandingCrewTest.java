package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingCrewTest {
  @Test
  void doesEveryTaskOnceInCallAfterCall() {
    try (var crew = new StandingCrew(4)) {
      for (int call = 0; call < 200; call++) {
        int count = call % 9;
        var done = new AtomicIntegerArray(count);
        crew.forEach(count, done::incrementAndGet);
        int[] counts = IntStream.range(0, count).map(done::get).toArray();
        int[] once = new int[count];
        Arrays.fill(once, 1);
        assertArrayEquals(once, counts, "call " + call);
      }
    }
  }

  @Test
  void worksAtTheSameTimeOnTheSameThreads() {
    Set<Thread> first = new ConcurrentHashMap<Thread, Boolean>().keySet(true);
    Set<Thread> second = new ConcurrentHashMap<Thread, Boolean>().keySet(true);
    try (var crew = new StandingCrew(3)) {
      meet(crew, first);
      meet(crew, second);
    }
    assertEquals(3, first.size());
    assertEquals(first, second);
  }

  /** Three tasks that wait for each other. */
  private static void meet(StandingCrew crew, Set<Thread> threads) {
    var all = new CountDownLatch(3);
    crew.forEach(
        3,
        i -> {
          threads.add(Thread.currentThread());
          all.countDown();
          try {
            all.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void throwsWhatATaskThrowsAndGoesOn() {
    try (var crew = new StandingCrew(3)) {
      var failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  crew.forEach(
                      10,
                      i -> {
                        if (i == 7) {
                          throw new IllegalStateException("the seventh");
                        }
                      }));
      assertEquals("the seventh", failure.getMessage());
      var done = new AtomicIntegerArray(1);
      crew.forEach(5, i -> done.incrementAndGet(0));
      assertEquals(5, done.get(0));
    }
  }

  @Test
  void threadsEndWithIt() throws InterruptedException {
    Set<Thread> threads = new ConcurrentHashMap<Thread, Boolean>().keySet(true);
    try (var crew = new StandingCrew(3)) {
      meet(crew, threads);
    }
    threads.remove(Thread.currentThread());
    for (Thread thread : threads) {
      assertTrue(thread.join(java.time.Duration.ofSeconds(10)), thread + " still runs");
    }
  }
}
