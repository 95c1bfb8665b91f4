package org.weighbridge.job;

import java.util.concurrent.CancellationException;

/** Carries the wish to stop from whoever cancels to the work. */
public final class CancelToken {
  private volatile boolean cancelled;

  public void cancel() {
    cancelled = true;
  }

  public boolean cancelled() {
    return cancelled;
  }

  /** Throws when cancelled. */
  public void check() {
    if (cancelled) {
      throw new CancellationException("cancelled");
    }
  }
}
