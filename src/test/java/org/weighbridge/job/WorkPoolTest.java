package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkPoolTest {
  @Test
  void everyTaskRunsOnceAlsoWhenNested() {
    assertEveryNestedTaskRunsOnce();
  }

  private static Set<Thread> assertEveryNestedTaskRunsOnce() {
    var counts = new AtomicIntegerArray(100);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    WorkPool.forEach(
        10,
        i ->
            WorkPool.forEach(
                10,
                j -> {
                  threads.add(Thread.currentThread());
                  counts.incrementAndGet(10 * i + j);
                }));
    for (int i = 0; i < 100; i++) {
      assertEquals(1, counts.get(i));
    }
    return threads;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void limitsTheThreadsOfNestedWork(int limit) {
    var threads = WorkPool.limited(limit, WorkPoolTest::assertEveryNestedTaskRunsOnce);
    assertTrue(threads.size() <= limit, threads.size() + " threads");
  }

  @Test
  void oneThreadIsTheCallingOne() {
    assertEquals(
        Set.of(Thread.currentThread()),
        WorkPool.limited(1, WorkPoolTest::assertEveryNestedTaskRunsOnce));
    assertEquals(
        Set.of(Thread.currentThread()),
        WorkPool.limited(1, () -> WorkPool.limited(4, WorkPoolTest::assertEveryNestedTaskRunsOnce)),
        "a wider limit within does not count");
  }

  @Test
  void saysHowManyThreadsThereAre() {
    int all = WorkPool.threads();
    assertEquals(Runtime.getRuntime().availableProcessors(), all);
    assertEquals(1, WorkPool.limited(1, WorkPool::threads));
    assertEquals(3, WorkPool.limited(3, WorkPool::threads));
    assertEquals(2, WorkPool.limited(2, () -> WorkPool.limited(3, WorkPool::threads)));
    assertEquals(2, WorkPool.limited(3, () -> WorkPool.limited(2, WorkPool::threads)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99})
  void cancellingComesThrough(int limit) {
    Runnable work =
        () ->
            WorkPool.forEach(
                8,
                i -> {
                  throw new CancellationException("cancelled");
                });
    assertThrows(
        CancellationException.class,
        () ->
            WorkPool.limited(
                limit,
                () -> {
                  work.run();
                  return 0;
                }));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99})
  void theFirstFailureItselfComesThroughWhenNothingRunsAnyMore(int limit) {
    var failure = new OutOfMemoryError("of a worker");
    var running = new AtomicInteger();
    WorkPool.limited(
        limit,
        () -> {
          var thrown =
              assertThrows(
                  OutOfMemoryError.class,
                  () -> WorkPool.forEach(64, i -> failAt40(i, running, failure)));
          assertSame(failure, thrown, "another one would need memory");
          assertEquals(0, running.get());
          return thrown;
        });
  }

  private static void failAt40(int i, AtomicInteger running, Error failure) {
    running.incrementAndGet();
    try {
      if (i == 40) {
        throw failure;
      }
      LockSupport.parkNanos(100_000);
    } finally {
      running.decrementAndGet();
    }
  }
}
