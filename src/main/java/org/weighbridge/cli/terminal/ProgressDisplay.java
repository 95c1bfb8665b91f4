package org.weighbridge.cli.terminal;

import java.time.Duration;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.ProgressState;
import org.weighbridge.job.TrackedProgress;

/** Shows progress until it is closed, not more often than an eye or a log can take. */
public abstract sealed class ProgressDisplay implements AutoCloseable
    permits ProgressBar, ProgressLines {
  private final long start = System.nanoTime();
  private final long interval;
  private final Progress progress;
  private long next;

  ProgressDisplay(CancelToken cancel, Duration interval) {
    this.interval = interval.toNanos();
    this.next = start + this.interval;
    this.progress = new TrackedProgress(cancel, this::changed);
  }

  /** What the work reports to. */
  public final Progress progress() {
    return progress;
  }

  private synchronized void changed(ProgressState state) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + interval;
      show(state, (now - start) / 1e9);
    }
  }

  abstract void show(ProgressState state, double elapsedSeconds);

  @Override
  public abstract void close();
}
