package org.weighbridge.job;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Crew} whose threads stay between calls, for work of a millisecond that is given again
 * and again. One call at a time.
 */
public final class StandingCrew implements AutoCloseable {
  /** Some microseconds: to be woken up takes longer than the pause between two calls often does. */
  private static final int SPINS = 2_000;

  private final Thread[] helpers;
  private volatile @Nullable Round round;
  private volatile boolean closed;

  /**
   * Starts the threads.
   *
   * @param threads at most as many tasks at the same time, the calling thread's included
   */
  public StandingCrew(int threads) {
    helpers = new Thread[Math.max(0, threads - 1)];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] =
          Thread.ofPlatform().daemon().name("standing-crew-" + (i + 1)).unstarted(this::help);
      helpers[i].start();
    }
  }

  /** At most as many tasks run at the same time. */
  public int threads() {
    return helpers.length + 1;
  }

  /** As {@link Crew#forEach}. */
  public void forEach(int count, IntConsumer task) {
    var tasks = new Tasks(count, task);
    if (count > 1 && helpers.length > 0) {
      var mine = new Round(tasks, helpers.length, Thread.currentThread());
      round = mine;
      for (Thread helper : helpers) {
        LockSupport.unpark(helper);
      }
      tasks.work();
      mine.await();
    } else {
      tasks.work();
    }
    tasks.rethrow();
  }

  private void help() {
    Round last = null;
    while (!closed) {
      Round now = next(last);
      if (now != null && now != last) {
        now.tasks.work();
        now.done();
        last = now;
      }
    }
  }

  private @Nullable Round next(@Nullable Round last) {
    for (int i = 0; i < SPINS; i++) {
      if (round != last || closed) {
        return round;
      }
      Thread.onSpinWait();
    }
    LockSupport.park(this);
    return round;
  }

  /** Lets the threads end. */
  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  /** One call: every helper goes through it once. */
  private static final class Round {
    private final Tasks tasks;
    private final Thread caller;
    private final AtomicInteger working;

    Round(Tasks tasks, int helpers, Thread caller) {
      this.tasks = tasks;
      this.caller = caller;
      working = new AtomicInteger(helpers);
    }

    void done() {
      if (working.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }

    /** Waits in any case: native memory must not be freed under a running call. */
    void await() {
      boolean interrupted = false;
      for (int i = 0; working.get() > 0; i++) {
        if (i < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
          interrupted |= Thread.interrupted();
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
