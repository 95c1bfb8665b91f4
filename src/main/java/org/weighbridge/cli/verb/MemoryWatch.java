package org.weighbridge.cli.verb;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.weighbridge.fault.Exhausted;
import org.weighbridge.job.CancelToken;

/**
 * Cancels work that is {@link Starving}. Of the collectors of garbage only the parallel one gives
 * up by itself; the serial one, which most verbs run with, goes on for as long as each collection
 * frees a few bytes, which may be hours.
 */
final class MemoryWatch implements AutoCloseable {
  private static final long PERIOD_MILLIS = 1_000;

  /** For work that asks too seldom when it is so slow. */
  private static final long PATIENCE_SECONDS = 10;

  private final CancelToken cancel;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean starved;

  MemoryWatch(CancelToken cancel) {
    this.cancel = cancel;
    Thread.ofPlatform().daemon().name("memory-watch").start(this::watch);
  }

  /** Whether it has cancelled the work. */
  boolean starved() {
    return starved;
  }

  private void watch() {
    try {
      // short work does not pay for loading what tells of collections
      if (ended.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      MemoryPoolMXBean old =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .filter(MemoryPoolMXBean::isUsageThresholdSupported)
              .findFirst()
              .orElse(null);
      if (old == null) {
        return; // a collector without generations
      }
      var collectors =
          ManagementFactory.getGarbageCollectorMXBeans().stream()
              .filter(bean -> List.of(bean.getMemoryPoolNames()).contains(old.getName()))
              .toList();
      var starving = new Starving();
      do {
        starved =
            starving.after(
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                collecting(collectors),
                full(old));
      } while (!starved && !ended.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
      if (starved) {
        cancel.cancel();
        if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          System.err.println("weighbridge: " + Exhausted.MEMORY);
          Runtime.getRuntime().halt(1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError e) {
      // the work will meet the same
    }
  }

  private static long collecting(List<GarbageCollectorMXBean> collectors) {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  private static double full(MemoryPoolMXBean pool) {
    MemoryUsage left = pool.getCollectionUsage();
    return left == null || left.getMax() <= 0 ? 0 : (double) left.getUsed() / left.getMax();
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
