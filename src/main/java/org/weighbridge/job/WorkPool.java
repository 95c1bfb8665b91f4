package org.weighbridge.job;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The one bounded pool for CPU work, as wide as the machine has processors. */
public final class WorkPool {
  private static final ForkJoinPool POOL =
      new ForkJoinPool(Runtime.getRuntime().availableProcessors());

  private WorkPool() {}

  /**
   * Runs {@code task} for 0 to {@code count - 1} and returns when all are done. Tasks must own
   * disjoint outputs, so that the result does not depend on the number of threads.
   */
  public static void forEach(int count, IntConsumer task) {
    if (count == 1) {
      task.accept(0);
      return;
    }
    Runnable all = () -> IntStream.range(0, count).parallel().forEach(task);
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker && worker.getPool() == POOL) {
      all.run();
    } else {
      POOL.submit(all).join();
    }
  }

  public static int threads() {
    return POOL.getParallelism();
  }
}
