package org.weighbridge.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.weighbridge.fault.Harmless;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.ProgressState;

/** One line that is drawn over and over again and is gone when the work is done. */
final class ProgressBar extends ProgressDisplay {
  private static final int CELLS = 24;
  private static final int WIDTH = 79;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private boolean drawn;

  ProgressBar(PrintWriter err, CancelToken cancel) {
    super(cancel, Duration.ofMillis(100));
    this.err = err;
  }

  @Override
  void show(ProgressState state, double elapsedSeconds) {
    String line = line(state, elapsedSeconds);
    err.print(CLEAR + line.substring(0, Math.min(line.length(), WIDTH)));
    err.flush();
    drawn = true;
  }

  /** The bar, its percentage, the time left and what is being done. */
  static String line(ProgressState state, double elapsedSeconds) {
    String text =
        Harmless.text(state.step().isEmpty() ? state.task() : state.task() + ": " + state.step());
    double fraction = state.fraction();
    if (fraction < 0) {
      return text;
    }
    int full = (int) Math.round(CELLS * fraction);
    String left = "";
    if (fraction > 0.02 && elapsedSeconds > 1) {
      long seconds = Math.round(elapsedSeconds * (1 - fraction) / fraction);
      left = String.format(Locale.ROOT, "%d:%02d left  ", seconds / 60, seconds % 60);
    }
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %s%s",
        "#".repeat(full),
        ".".repeat(CELLS - full),
        100 * fraction,
        left,
        text);
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
