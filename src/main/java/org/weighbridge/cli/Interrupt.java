package org.weighbridge.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.weighbridge.job.CancelToken;

/**
 * Turns Ctrl-C into cancelling: the JVM goes on ending only when the work has cleaned up behind
 * itself, or after some seconds.
 */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  Interrupt(CancelToken cancel) {
    hook = new Thread(() -> cancelAndWait(cancel), "cancel on Ctrl-C");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void cancelAndWait(CancelToken cancel) {
    cancel.cancel();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // the work does not listen: better to end than to hang
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending already, by this very hook
    }
  }
}
