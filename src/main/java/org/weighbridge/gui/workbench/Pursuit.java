package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Job;

/**
 * Finds something out about configurations that change faster than it can be found out.
 *
 * <p>It begins at once when nothing runs. What is asked for meanwhile waits, and of several only
 * the newest is taken: nothing queues up, and a drag shows as many answers as can be had. Work
 * under way is left to end while it is quick, else a drag would show none; slow work gives up. What
 * was found once is known at once when the user comes back to it.
 *
 * @param <T> what is found
 */
final class Pursuit<T> {
  /** Work under way for longer than this gives up for a newer configuration. */
  static final long PATIENCE_NANOS = 1_500_000_000L;

  private final JobRunner jobs;
  private final Lane lane;
  private final String title;
  private final Precedence precedence;
  private final LongSupplier clock;
  private final Map<Configuration, Found<T>> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Found<T>> latest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable Attempt<T> running;
  private @Nullable RunningJob job;
  private @Nullable Attempt<T> next;

  private record Attempt<T>(Configuration configuration, Job<T> work, long askedAt) {}

  Pursuit(JobRunner jobs, Lane lane, String title, Precedence precedence, LongSupplier clock) {
    this.jobs = jobs;
    this.lane = lane;
    this.title = title;
    this.precedence = precedence;
    this.clock = clock;
  }

  /** What was found last, which may be of an older configuration. */
  ReadOnlyObjectProperty<@Nullable Found<T>> latest() {
    return latest.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Shows what is known of a configuration; false when nothing is. */
  boolean recall(Configuration configuration) {
    var found = known.get(configuration);
    if (found == null) {
      return false;
    }
    cancel();
    latest.set(found);
    return true;
  }

  /** Finds it out of this configuration, and of no older one any more. */
  void want(Configuration configuration, Job<T> work) {
    if (recall(configuration)) {
      return;
    }
    var attempt = new Attempt<>(configuration, work, clock.getAsLong());
    if (running == null) {
      start(attempt);
    } else if (running.configuration().equals(configuration)) {
      next = null;
    } else {
      next = attempt;
      if (job != null && clock.getAsLong() - running.askedAt() > PATIENCE_NANOS) {
        job.cancel();
      }
    }
  }

  /** Gives up what is under way and what waits. */
  void cancel() {
    next = null;
    running = null;
    if (job != null) {
      job.cancel();
      job = null;
    }
    busy.set(false);
  }

  /** Forgets everything that was found. */
  void forget() {
    cancel();
    known.clear();
    latest.set(null);
  }

  private void start(Attempt<T> attempt) {
    running = attempt;
    next = null;
    busy.set(true);
    var started =
        jobs.start(lane, title, precedence.urgent(attempt.work()), value -> found(attempt, value));
    job = started;
    started.onEnd(end -> ended(started));
  }

  private void found(Attempt<T> attempt, T value) {
    long nanos = clock.getAsLong() - attempt.askedAt();
    var found = new Found<>(attempt.configuration(), value, nanos);
    known.put(attempt.configuration(), found);
    latest.set(found);
  }

  private void ended(RunningJob ended) {
    if (job == ended) {
      running = null;
      job = null;
      if (next != null) {
        start(next);
      } else {
        busy.set(false);
      }
    }
  }
}
