package org.weighbridge.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.weighbridge.fault.Harmless;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.ProgressState;

/** A line now and then, for logs. */
final class ProgressLines extends ProgressDisplay {
  private final PrintWriter err;
  private String last = "";

  ProgressLines(PrintWriter err, CancelToken cancel) {
    super(cancel, Duration.ofSeconds(2));
    this.err = err;
  }

  @Override
  void show(ProgressState state, double elapsedSeconds) {
    String text =
        Harmless.text(state.step().isEmpty() ? state.task() : state.task() + ": " + state.step());
    String line =
        state.fraction() < 0
            ? text
            : String.format(Locale.ROOT, "%s, %.0f %%", text, 100 * state.fraction());
    if (!line.equals(last)) {
      last = line;
      err.println(line);
    }
  }

  @Override
  public void close() {
    // Nothing to clear away: lines stay.
  }
}
