package org.weighbridge.job;

import java.util.concurrent.CancellationException;

/**
 * How a long piece of work tells how far it is and learns that it is no longer wanted.
 *
 * <p>Thread-safe. Work calls {@link #check()} at least every 100 ms of its own time.
 */
public interface Progress {
  /**
   * Starts a task of a number of units.
   *
   * @param task what is done, for people, such as "Assessing fc1.weight"
   * @param units how many {@link #worked(long)} will be counted; 0 when unknown
   */
  void begin(String task, long units);

  /** Names the step at hand without changing the count. */
  void step(String text);

  /** Adds finished units. */
  void worked(long units);

  /** A progress for a part of this work, worth {@code units} of it whatever it counts itself. */
  Progress part(long units);

  /**
   * Does nothing while the work is wanted.
   *
   * @throws CancellationException when it was cancelled
   */
  void check();

  /** For parts too small to be shown: tells nothing, and is no longer wanted when this is not. */
  default Progress quiet() {
    return new QuietProgress(this);
  }

  /** Nobody watches and nobody cancels. */
  static Progress none() {
    return NoProgress.INSTANCE;
  }
}
