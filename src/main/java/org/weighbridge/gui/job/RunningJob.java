package org.weighbridge.gui.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

  private final String title;
  private final CancelToken cancel = new CancelToken();
  private final long started = System.nanoTime();
  private final ReadOnlyObjectWrapper<ProgressState> progress;
  private final List<Consumer<State>> endListeners = new ArrayList<>();
  private State state = State.RUNNING;

  RunningJob(String title) {
    this.title = title;
    this.progress = new ReadOnlyObjectWrapper<>(new ProgressState(title, "", -1));
  }

  public String title() {
    return title;
  }

  public State state() {
    return state;
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
    long elapsed = System.nanoTime() - started;
    return fraction < 0.02 || elapsed < 1_000_000_000L
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) (elapsed / fraction * (1 - fraction))));
  }

  CancelToken token() {
    return cancel;
  }

  void progress(ProgressState next) {
    progress.set(next);
  }

  void end(State end) {
    state = end;
    endListeners.forEach(listener -> listener.accept(end));
    endListeners.clear();
  }
}
