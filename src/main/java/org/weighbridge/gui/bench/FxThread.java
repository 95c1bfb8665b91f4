package org.weighbridge.gui.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.shell.MissingLibraries;
import org.weighbridge.gui.shell.Toolkit;
import org.weighbridge.job.Progress;

/** Does things on the window's thread and waits for them on another one. */
final class FxThread {
  private static final int PERIOD_MILLIS = 20;
  private static final long PATIENCE_NANOS = 10 * 60 * 1_000_000_000L;

  private FxThread() {}

  /** The result of a task on the window's thread. */
  static <T> T call(Callable<T> task) {
    var result = new CompletableFuture<T>();
    Toolkit.run(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception | LinkageError e) {
            result.completeExceptionally(MissingLibraries.explain(e));
          }
        });
    return await("the window's thread", result, Progress.none());
  }

  static void run(Runnable task) {
    call(
        () -> {
          task.run();
          return true;
        });
  }

  /** Returns when something is so, looking before every frame; gives the time of that frame. */
  static long until(String what, BooleanSupplier condition, Progress progress) {
    var seen = new CompletableFuture<Long>();
    run(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (seen.isDone() || condition.getAsBoolean()) {
                  seen.complete(System.nanoTime());
                  stop();
                }
              }
            }.start());
    return await(what, seen, progress);
  }

  /**
   * The value of a future that the window's thread completes.
   *
   * @throws Fault when it takes longer than anybody's patience
   */
  static <T> T await(String what, CompletableFuture<T> future, Progress progress) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return future.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        progress.check();
        if (System.nanoTime() > end) {
          throw new Fault("The window was still waiting after ten minutes: " + what + ".", notYet);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CompletionException(e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new CompletionException(e.getCause());
      }
    }
  }
}
