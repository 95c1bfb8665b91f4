package org.weighbridge.job;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Long calls of a native library that nothing can stop. Each is made on a thread of its own; who no
 * longer wants the result leaves at once, and it is closed when it comes.
 */
public final class NativeCalls implements AutoCloseable {
  private static final int PERIOD_MILLIS = 20;

  private final Queue<CompletableFuture<?>> abandoned = new ConcurrentLinkedQueue<>();

  /**
   * Makes a call.
   *
   * @param call on another thread; its exceptions are thrown here
   * @param check throws CancellationException when the result is no longer wanted, as {@link
   *     Progress#check()} does
   */
  public <T extends AutoCloseable> T await(Supplier<T> call, Runnable check) {
    check.run();
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name("native-call")
        .start(
            () -> {
              try {
                result.complete(call.get());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    try {
      return await(result, check);
    } catch (CancellationException e) {
      abandon(result);
      throw e;
    }
  }

  private static <T> T await(CompletableFuture<T> result, Runnable check) {
    while (true) {
      try {
        return result.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        check.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw (CancellationException) new CancellationException("interrupted").initCause(e);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case null -> throw new CompletionException(e);
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause; // the caller's to tell, such as too little memory
          case Throwable cause -> throw new CompletionException(cause);
        }
      }
    }
  }

  private <T extends AutoCloseable> void abandon(CompletableFuture<T> result) {
    abandoned.removeIf(CompletableFuture::isDone);
    abandoned.add(
        result.handle(
            (value, failure) -> {
              if (value != null) {
                try {
                  value.close();
                } catch (Exception e) {
                  throw new CompletionException(e);
                }
              }
              return null;
            }));
  }

  /** Waits for the calls whose results nobody wanted. */
  @Override
  public void close() {
    abandoned.forEach(call -> call.exceptionally(failure -> null).join());
  }
}
