package org.weighbridge.job;

import java.util.function.Consumer;

/**
 * Progress that adds up its parts and tells a listener after every change, on the thread that
 * worked.
 */
public final class TrackedProgress implements Progress {
  private final Tracker tracker;
  private final double from;
  private final double span;
  private double units;
  private double done;

  public TrackedProgress(CancelToken cancel, Consumer<ProgressState> listener) {
    this(new Tracker(cancel, listener), 0, 1);
  }

  private TrackedProgress(Tracker tracker, double from, double span) {
    this.tracker = tracker;
    this.from = from;
    this.span = span;
  }

  @Override
  public void begin(String task, long units) {
    synchronized (tracker) {
      this.units = units;
      this.done = 0;
      tracker.task(task, from == 0 && span == 1, fraction());
    }
  }

  @Override
  public void step(String text) {
    synchronized (tracker) {
      tracker.step(text);
    }
  }

  @Override
  public void worked(long more) {
    synchronized (tracker) {
      done = Math.min(units, done + more);
      tracker.fraction(fraction());
    }
    check();
  }

  @Override
  public Progress part(long more) {
    synchronized (tracker) {
      double start = fraction();
      done = Math.min(units, done + more);
      double share = units == 0 ? 0 : span * more / units;
      return new TrackedProgress(tracker, Math.max(0, start), share);
    }
  }

  @Override
  public void check() {
    tracker.cancel.check();
  }

  private double fraction() {
    return units == 0 ? from : from + span * done / units;
  }

  /** What all parts of one job share. */
  private static final class Tracker {
    private final CancelToken cancel;
    private final Consumer<ProgressState> listener;
    private ProgressState state = new ProgressState("", "", -1);

    Tracker(CancelToken cancel, Consumer<ProgressState> listener) {
      this.cancel = cancel;
      this.listener = listener;
    }

    void task(String text, boolean whole, double fraction) {
      set(
          whole
              ? new ProgressState(text, "", fraction)
              : new ProgressState(state.task(), text, Math.max(fraction, state.fraction())));
    }

    void step(String text) {
      set(new ProgressState(state.task(), text, state.fraction()));
    }

    void fraction(double fraction) {
      set(new ProgressState(state.task(), state.step(), Math.max(fraction, state.fraction())));
    }

    private void set(ProgressState next) {
      state = next;
      listener.accept(next);
    }
  }
}
