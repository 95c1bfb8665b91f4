package org.weighbridge.gui.shell;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.workbench.Debounce;

/** The window's own threads, none of which keeps the program alive. */
final class Threads {
  private Threads() {}

  /** A thread for the jobs of a lane. */
  static Executor of(Lane lane) {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("lane-" + lane).factory());
  }

  /** Runs the last task on {@code executor}, {@code quiet} after it was given. */
  static Debounce debounce(Duration quiet, Executor executor) {
    var timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("debounce").factory());
    var newest = new AtomicLong();
    return task -> {
      long mine = newest.incrementAndGet();
      Runnable unlessSuperseded =
          () -> {
            if (newest.get() == mine) {
              task.run();
            }
          };
      var unused =
          timer.schedule(
              () -> executor.execute(unlessSuperseded), quiet.toMillis(), TimeUnit.MILLISECONDS);
    };
  }
}
