package org.weighbridge.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks every {@value #PERIOD_MILLIS} ms whether work is still wanted, for work that cannot look
 * itself because it sits in a long call of a native library.
 */
public final class CancelWatch implements AutoCloseable {
  private static final int PERIOD_MILLIS = 50;
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("cancel-watch").factory());

  private final Runnable check;
  private final Runnable stop;
  private final ScheduledFuture<?> ticks;
  private boolean over;

  /**
   * Starts looking.
   *
   * @param check throws CancellationException when the work is no longer wanted, as {@link
   *     Progress#check()} does
   * @param stop asks the work to stop; called at most once, on the watch's thread, which it must
   *     not hold up, and never after {@link #close()}
   */
  public CancelWatch(Runnable check, Runnable stop) {
    this.check = check;
    this.stop = stop;
    ticks =
        CLOCK.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    if (over) {
      return;
    }
    try {
      check.run();
    } catch (CancellationException unwanted) {
      over = true;
      stop.run();
    }
  }

  /** Stops looking; returns when a look under way is over. */
  @Override
  public void close() {
    ticks.cancel(false);
    synchronized (this) {
      over = true;
    }
  }
}
