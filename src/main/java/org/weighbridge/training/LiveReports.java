package org.weighbridge.training;

import java.util.Locale;
import org.weighbridge.job.Progress;

/** Tells listener and progress how an epoch goes on, not more often than anybody can look. */
final class LiveReports {
  private static final long PERIOD_NANOS = 100_000_000;

  private final Progress progress;
  private final TrainingListener listener;
  private long begun;
  private int stepsBefore;
  private long told;

  LiveReports(Progress progress, TrainingListener listener) {
    this.progress = progress;
    this.listener = listener;
    begin(0);
  }

  /** An epoch begins or goes on. */
  void begin(int step) {
    begun = System.nanoTime();
    told = begun - PERIOD_NANOS;
    stepsBefore = step;
  }

  double seconds() {
    return (System.nanoTime() - begun) * 1e-9;
  }

  double stepsPerSecond(int step) {
    return (step - stepsBefore) / seconds();
  }

  /** Whether it is time to tell. */
  boolean due() {
    return System.nanoTime() - told >= PERIOD_NANOS;
  }

  void tell(Batches batches, int epochs) {
    told = System.nanoTime();
    listener.batches(batches);
    progress.step(
        String.format(
            Locale.ROOT,
            "%s, epoch %d of %d: loss %.4f, accuracy %.2f %%",
            batches.stage().title(),
            batches.epoch(),
            epochs,
            batches.soFar().mean(),
            100 * batches.soFar().accuracy()));
  }
}
