package org.weighbridge.inference;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.weighbridge.job.Progress;
import org.weighbridge.runtime.Run;

/** Lets one measurement run at a time, and none after the end. */
final class Turns {
  private static final int PATIENCE_MILLIS = 50;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final String name;
  private volatile boolean closed;

  Turns(String name) {
    this.name = name;
  }

  /**
   * Waits for the others, then works.
   *
   * @throws CancellationException when cancelled, waiting or working
   * @throws IllegalStateException when closed
   */
  <T> T take(Progress progress, Function<Run, T> work) {
    await(progress);
    try {
      requireOpen();
      try (var run = new Run(progress, () -> closed)) {
        run.check();
        return work.apply(run);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Stops the measurement under way, waits for it to be gone, then releases, once. */
  void close(Runnable release) {
    closed = true;
    lock.lock();
    try {
      release.run();
    } finally {
      lock.unlock();
    }
  }

  private void await(Progress progress) {
    try {
      do {
        requireOpen();
        progress.check();
      } while (!lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the evaluator of " + name + " is closed");
    }
  }
}
