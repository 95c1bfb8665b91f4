package org.weighbridge.gui.job;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.weighbridge.job.Job;
import org.weighbridge.job.Progress;
import org.weighbridge.job.ProgressState;
import org.weighbridge.job.ResponsiveThread;
import org.weighbridge.job.TrackedProgress;

/**
 * Runs jobs on their lanes and brings progress, results and failures back to the window's thread.
 *
 * <p>Its executors are given, so that a test runs everything on its own thread.
 */
public final class JobRunner {
  private final Executor window;
  private final Map<Lane, Executor> lanes = new EnumMap<>(Lane.class);
  private final Consumer<Throwable> failures;
  private final LongSupplier clock;
  private final ObservableList<RunningJob> running = FXCollections.observableArrayList();

  /**
   * A runner.
   *
   * @param window runs tasks on the window's thread, in order
   * @param lanes what runs the jobs of a lane, one after the other
   * @param failures told on the window's thread of every job that failed
   */
  public JobRunner(Executor window, Function<Lane, Executor> lanes, Consumer<Throwable> failures) {
    this(window, lanes, failures, System::nanoTime);
  }

  /**
   * A runner with a clock of its own.
   *
   * @param clock in nanoseconds, read by all threads
   */
  public JobRunner(
      Executor window,
      Function<Lane, Executor> lanes,
      Consumer<Throwable> failures,
      LongSupplier clock) {
    this.window = window;
    this.failures = failures;
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      this.lanes.put(lane, lanes.apply(lane));
    }
  }

  /**
   * Starts a job.
   *
   * @param done gets the result on the window's thread, unless the job failed or was cancelled
   */
  public <T> RunningJob start(Lane lane, String title, Job<T> job, Consumer<? super T> done) {
    var handle = new RunningJob(lane, title, clock);
    running.add(handle);
    Objects.requireNonNull(lanes.get(lane)).execute(() -> run(handle, job, done));
    return handle;
  }

  /** Jobs started and not yet ended, oldest first. */
  public ObservableList<RunningJob> running() {
    return running;
  }

  /** Runs a task on the window's thread: how a job hands over what it finds on its way. */
  public void onWindow(Runnable task) {
    window.execute(task);
  }

  private <T> void run(RunningJob handle, Job<T> job, Consumer<? super T> done) {
    assert ResponsiveThread.elsewhere() : handle.title() + " on the window's thread";
    var progress = new TrackedProgress(handle.token(), newestOnly(handle));
    handle.begin();
    try {
      handle.token().check();
      T result = work(handle, job, progress);
      window.execute(() -> succeed(handle, result, done));
    } catch (CancellationException e) {
      window.execute(() -> end(handle, RunningJob.State.CANCELLED, null));
    } catch (Throwable e) {
      // what a cancelled job stumbles over is nobody's concern: its resources may be gone
      boolean unwanted = handle.token().cancelled();
      window.execute(() -> fail(handle, unwanted ? null : e));
    }
  }

  private static <T> T work(RunningJob handle, Job<T> job, Progress progress) {
    try {
      return job.run(progress);
    } finally {
      handle.finish();
    }
  }

  /** Posts one task at a time to the window, however often the work reports. */
  private Consumer<ProgressState> newestOnly(RunningJob handle) {
    var newest = new AtomicReference<@Nullable ProgressState>();
    return state -> {
      if (newest.getAndSet(state) == null) {
        window.execute(
            () -> {
              ProgressState shown = newest.getAndSet(null);
              if (shown != null) {
                handle.progress(shown);
              }
            });
      }
    };
  }

  private <T> void succeed(RunningJob handle, T result, Consumer<? super T> done) {
    if (handle.token().cancelled()) {
      end(handle, RunningJob.State.CANCELLED, null);
      return;
    }
    try {
      done.accept(result);
      end(handle, RunningJob.State.DONE, null);
    } catch (RuntimeException | Error e) {
      fail(handle, e);
    }
  }

  private void fail(RunningJob handle, @Nullable Throwable failure) {
    end(handle, failure == null ? RunningJob.State.CANCELLED : RunningJob.State.FAILED, failure);
    if (failure != null) {
      failures.accept(failure);
    }
  }

  private void end(RunningJob handle, RunningJob.State state, @Nullable Throwable failure) {
    running.remove(handle);
    handle.end(state, failure);
  }
}
