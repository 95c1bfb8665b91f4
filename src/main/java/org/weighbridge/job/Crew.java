package org.weighbridge.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Threads of their own for calls of a native library, which shall neither wait behind work of
 * {@link WorkPool} nor keep it waiting.
 */
public final class Crew {
  private Crew() {}

  /**
   * Runs {@code task} for 0 to {@code count - 1} and returns when none runs any more. After a
   * failure no further task is begun, and the first failure is thrown.
   *
   * @param threads at most as many tasks at the same time, the calling thread's included
   */
  public static void forEach(int threads, int count, IntConsumer task) {
    var tasks = new Tasks(count, task);
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, count); i++) {
      helpers.add(Thread.ofPlatform().daemon().name("crew-" + i).start(tasks::work));
    }
    tasks.work();
    boolean interrupted = false;
    for (Thread helper : helpers) {
      interrupted |= joinedInterrupted(helper);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    tasks.rethrow();
  }

  /** Waits in any case: native memory must not be freed under a running call. */
  private static boolean joinedInterrupted(Thread helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
