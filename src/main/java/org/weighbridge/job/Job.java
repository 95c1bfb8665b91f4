package org.weighbridge.job;

/**
 * A piece of work with a result, the same for the window, the command line and the tests.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Job<T> {
  /**
   * Does the work on the calling thread.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  T run(Progress progress);
}
