package org.weighbridge.gui.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.ProgressState;

/** One started job as the window sees it. All but {@link #cancel} on the window's thread. */
public final class RunningJob {
  /** How far a job is. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** Not begun, not ended. */
  private static final long NOT_YET = Long.MIN_VALUE;

  private final Lane lane;
  private final String title;
  private final LongSupplier clock;
  private final CancelToken cancel = new CancelToken();
  private final ReadOnlyObjectWrapper<ProgressState> progress;
  private final List<Consumer<State>> endListeners = new ArrayList<>();
  private State state = State.RUNNING;
  private @Nullable Throwable failure;

  /** These two are written by the thread of the lane. */
  private volatile long begun = NOT_YET;

  private volatile long finished = NOT_YET;

  RunningJob(Lane lane, String title, LongSupplier clock) {
    this.lane = lane;
    this.title = title;
    this.clock = clock;
    this.progress = new ReadOnlyObjectWrapper<>(new ProgressState(title, "", -1));
  }

  public String title() {
    return title;
  }

  public Lane lane() {
    return lane;
  }

  public State state() {
    return state;
  }

  /** Whether it stands in its lane's queue behind other jobs. */
  public boolean waiting() {
    return state == State.RUNNING && begun == NOT_YET;
  }

  /** Whether the user no longer wants it, though it may not have noticed yet. */
  public boolean unwanted() {
    return cancel.cancelled();
  }

  /** How long it has been at work, or was; zero while it waits. */
  public Duration elapsed() {
    long from = begun;
    if (from == NOT_YET) {
      return Duration.ZERO;
    }
    long to = finished;
    return Duration.ofNanos((to == NOT_YET ? clock.getAsLong() : to) - from);
  }

  /** What it failed of; empty unless it is {@link State#FAILED}. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  public ReadOnlyObjectProperty<ProgressState> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Wishes the job to stop; it ends soon afterwards as {@link State#CANCELLED}. */
  public void cancel() {
    cancel.cancel();
  }

  /** Calls {@code listener} when the job has ended, at once when it already has. */
  public void onEnd(Consumer<State> listener) {
    if (state == State.RUNNING) {
      endListeners.add(listener);
    } else {
      listener.accept(state);
    }
  }

  /** The time left if the rest goes like the part that is done; empty while nobody can tell. */
  public Optional<Duration> timeLeft() {
    double fraction = progress.get().fraction();
    long elapsed = elapsed().toNanos();
    return state != State.RUNNING || fraction < 0.02 || elapsed < 1_000_000_000L
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) (elapsed / fraction * (1 - fraction))));
  }

  CancelToken token() {
    return cancel;
  }

  void progress(ProgressState next) {
    progress.set(next);
  }

  /** Its turn has come; on the thread of its lane. */
  void begin() {
    begun = clock.getAsLong();
  }

  /** Its work is over; on the thread of its lane. */
  void finish() {
    finished = clock.getAsLong();
  }

  void end(State end, @Nullable Throwable of) {
    failure = of;
    state = end;
    endListeners.forEach(listener -> listener.accept(end));
    endListeners.clear();
  }
}
