package org.weighbridge.gui.jobs;

import java.time.Duration;
import java.util.Optional;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.job.ProgressState;

/**
 * A job as it stands at one moment.
 *
 * @param job the same for all moments of one row
 * @param step the step at hand; of a failed job what it failed of, in one sentence
 * @param fraction 0 to 1, negative when unknown
 * @param elapsed at work
 * @param left as far as anybody can tell
 */
record JobRow(
    RunningJob job,
    JobState state,
    String step,
    double fraction,
    Duration elapsed,
    Optional<Duration> left) {
  static JobRow of(RunningJob job) {
    var state = JobState.of(job);
    ProgressState progress = job.progress().get();
    return new JobRow(
        job,
        state,
        job.failure().map(failure -> Notice.of(failure).sentence()).orElseGet(progress::step),
        state == JobState.DONE ? 1 : progress.fraction(),
        job.elapsed(),
        job.timeLeft());
  }

  String title() {
    return job.title();
  }

  /** Elapsed time; nothing before the job has begun. */
  String elapsedText() {
    return state == JobState.WAITING ? "" : Numbers.duration(elapsed.toNanos());
  }

  /** Time left in whole seconds, for it is a guess. */
  String leftText() {
    return left.map(time -> "about " + Numbers.duration(wholeSeconds(time))).orElse("");
  }

  private static long wholeSeconds(Duration time) {
    return Math.max(1, Math.round(time.toMillis() / 1000.0)) * 1_000_000_000L;
  }

  /** The row in a sentence, for who hears it. */
  String spoken() {
    var text = new StringBuilder(title()).append(", ").append(state);
    if (fraction >= 0 && !state.ended()) {
      text.append(", ").append(Math.round(100 * fraction)).append(" %");
    }
    if (!step.isEmpty()) {
      text.append(", ").append(step);
    }
    return text.toString();
  }
}
